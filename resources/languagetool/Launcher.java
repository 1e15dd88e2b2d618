import java.io.File;
import java.io.IOException;
import org.languagetool.server.HTTPServer;

/**
 * Starts the LanguageTool server and ends with the process that started it.
 *
 * <p>That process holds the other end of standard input and never writes to it. However it dies,
 * the operating system closes the pipe; reading then ends, and so does this virtual machine. This
 * works alike on every system and needs no signal, no process id and no polling.
 *
 * <p>The speller unpacks its dictionaries into the temporary folder, 5 MB at each start, and leaves
 * them there. The folder is ours alone, and it goes with us.
 */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) throws Exception {
    Thread guard = new Thread(Launcher::haltWithParent, "parent-guard");
    guard.setDaemon(true);
    guard.start();
    HTTPServer.main(args);
  }

  private static void haltWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Whatever arrives means nothing: only the end counts.
      }
    } catch (IOException error) {
      // A pipe that broke is a parent that went away.
    }
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
