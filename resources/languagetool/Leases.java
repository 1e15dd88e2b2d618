package org.languagetool.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Counts the processes that use the server; the one that started it is the first. */
final class Leases {
  private int count = 1;
  private long end = System.nanoTime();
  private boolean over;

  /** Returns whether one more process may use the server: not when it is about to end. */
  synchronized boolean take() {
    if (!over) {
      count++;
    }
    return !over;
  }

  /** Ends one use; the server stays for {@code keep} seconds if nobody else uses it longer. */
  synchronized void giveBack(long keep) {
    count--;
    long wanted = System.nanoTime() + TimeUnit.SECONDS.toNanos(keep);
    end = wanted - end > 0 ? wanted : end;
    notifyAll();
  }

  /** Returns whether nobody uses the server any more; from then on nobody may. */
  synchronized boolean areOver() {
    over = over || count == 0 && end - System.nanoTime() <= 0;
    return over;
  }

  synchronized void awaitEnd() {
    while (!areOver()) {
      try {
        if (count > 0) {
          wait();
        } else {
          TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
      } catch (InterruptedException error) {
        // Nobody interrupts this thread.
      }
    }
  }
}

/**
 * Lends the server to a process that did not start it, for as long as its request lasts.
 *
 * <p>The body of the request never arrives: reading ends when the process closes the connection, or
 * when the operating system does so because the process has died.
 */
final class LeaseHandler implements HttpHandler {
  private final Leases leases;

  LeaseHandler(Leases leases) {
    this.leases = leases;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long keep = Long.parseLong(exchange.getRequestHeaders().getFirst("Rezensent-Keep"));
    if (!leases.take()) {
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      exchange.getRequestBody().read();
    } finally {
      leases.giveBack(keep);
    }
  }
}
