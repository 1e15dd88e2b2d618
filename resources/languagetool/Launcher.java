package org.languagetool.server;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts the LanguageTool server for one account and ends with the last process that uses it.
 *
 * <p>The process that started it holds the other end of standard input. The first line is the
 * secret that every request must carry; after it the process writes nothing. However it dies, the
 * operating system closes the pipe; reading then ends, and so does this virtual machine, unless
 * another process holds a lease or the property "rezensent.keep" asks for some seconds more. This
 * works alike on every system and needs no signal, no process id and no polling. Unlike arguments
 * and environment, the pipe is closed to all other processes.
 *
 * <p>The speller unpacks its dictionaries into the temporary folder, 5 MB at each start, and leaves
 * them there. The folder is ours alone, and it goes with us.
 *
 * <p>This package is LanguageTool's own, whose server and settings it keeps to itself.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) throws Exception {
    byte[] secret = readLine();
    Leases leases = new Leases();
    Thread guard = new Thread(() -> haltWithLastUser(leases), "parent-guard");
    guard.setDaemon(true);
    guard.start();
    HTTPServerConfig config = new HTTPServerConfig(args);
    DatabaseAccess.init(config);
    new GuardedServer(config, secret, leases).run();
  }

  private static byte[] readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read;
    while ((read = System.in.read()) != '\n') {
      if (read < 0) {
        halt();
      }
      line.write(read);
    }
    return line.toByteArray();
  }

  private static void haltWithLastUser(Leases leases) {
    awaitEndOfInput();
    leases.giveBack(Long.getLong("rezensent.keep", 0));
    if (!leases.areOver()) {
      // The process that started us waits for our end, or for this line.
      System.out.println("Kept for others");
      System.out.flush();
    }
    leases.awaitEnd();
    halt();
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Whatever arrives means nothing: only the end counts.
      }
    } catch (IOException error) {
      // A pipe that broke is a parent that went away.
    }
  }

  private static void halt() {
    clear(new File(System.getProperty("java.io.tmpdir")));
    // Not System.exit: a shutdown hook that waits would keep this process alive without an owner.
    Runtime.getRuntime().halt(0);
  }

  private static void clear(File folder) {
    File[] files = folder.listFiles();
    if (files == null || !folder.getName().startsWith("rezensent-")) {
      return;
    }
    for (File file : files) {
      file.delete();
    }
    folder.delete();
  }
}

/** LanguageTool's server, which answers a caller that knows the secret and nobody else. */
final class GuardedServer extends HTTPServer {
  private static final String ADDRESS = "127.0.0.1";

  GuardedServer(HTTPServerConfig config, byte[] secret, Leases leases) {
    super(config, false, ADDRESS, Set.of(ADDRESS));
    Gate gate = new Gate(secret, ADDRESS + ":" + config.getPort());
    Queue queue = new Queue(config.getMaxCheckThreads());
    server.removeContext("/");
    server.createContext("/", httpHandler).getFilters().addAll(List.of(gate, queue));
    // Those who ask whether it lives do not wait behind the checks of others.
    server.createContext("/v2/healthcheck", httpHandler).getFilters().add(gate);
    server.createContext("/lease", new LeaseHandler(leases)).getFilters().add(gate);
    // The server's own few threads also read requests: connections that send nothing would keep
    // them all. Here the queue holds the number of checks down instead.
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "request");
              thread.setDaemon(true);
              return thread;
            }));
  }
}

/**
 * Refuses every request that the editor has not sent, before its body is read.
 *
 * <p>Web pages can send requests to any port of this machine. A page does not know the secret; its
 * browser names an Origin; a name that resolves to this machine shows in Host; and a script element
 * gets its answer with the parameter "callback". The editor sends forms and never a query.
 */
final class Gate extends Filter {
  private final byte[] secret;
  private final List<String> host;

  Gate(byte[] secret, String host) {
    this.secret = secret;
    this.host = List.of(host);
  }

  @Override
  public String description() {
    return "Lets the editor pass";
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    if (!passes(exchange)) {
      // Without a body; the server then closes the connection instead of reading on.
      exchange.sendResponseHeaders(403, -1);
      return;
    }
    chain.doFilter(exchange);
  }

  private boolean passes(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    List<String> secrets = headers.getOrDefault("Rezensent-Secret", List.of());
    return secrets.size() == 1
        // Takes the same time however much of it is right.
        && MessageDigest.isEqual(secret, secrets.get(0).getBytes(StandardCharsets.ISO_8859_1))
        && host.equals(headers.get("Host"))
        && !headers.containsKey("Origin")
        && exchange.getRequestURI().getRawQuery() == null;
  }
}

/** Lets a few requests pass at a time, the first alone: it loads what all of them need. */
final class Queue extends Filter {
  private final Semaphore permits = new Semaphore(1, true);
  private final AtomicInteger further;

  Queue(int limit) {
    this.further = new AtomicInteger(limit - 1);
  }

  @Override
  public String description() {
    return "Holds the number of checks down";
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    permits.acquireUninterruptibly();
    try {
      chain.doFilter(exchange);
    } finally {
      permits.release(1 + further.getAndSet(0));
    }
  }
}
