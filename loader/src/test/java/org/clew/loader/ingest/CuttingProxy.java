package org.clew.loader.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/**
 * Stands between a driver and the Bolt of a database, counts the commits that go by, and cuts the
 * connection of one of them; later connections go through.
 */
final class CuttingProxy implements AutoCloseable {
  /** The message COMMIT, alone in its chunk, and the end mark of messages. */
  private static final byte[] COMMIT = {0, 2, (byte) 0xB0, 0x12, 0, 0};

  private final ServerSocket listening;
  private final int serverPort;
  private int commits;
  private int doomed;
  private boolean passedOn;
  private boolean cut;

  /** A proxy before the database at such an address. */
  CuttingProxy(String boltUri) throws IOException {
    serverPort = URI.create(boltUri).getPort();
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  String address() {
    return "bolt://127.0.0.1:" + listening.getLocalPort();
  }

  /**
   * Cuts the connection of the nth commit from the start.
   *
   * @param passedOn whether the database gets the commit, so that only its answer is lost
   */
  synchronized void cutAtCommit(int nth, boolean passedOn) {
    this.doomed = nth;
    this.passedOn = passedOn;
  }

  synchronized int commits() {
    return commits;
  }

  synchronized boolean hasCut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private enum Fate {
    PASS,
    CUT_NOW,
    CUT_AT_ANSWER
  }

  private synchronized Fate fate(byte[] buffer, int length) {
    int start = length - COMMIT.length;
    if (start < 0
        || !Arrays.equals(buffer, start, length, COMMIT, 0, COMMIT.length)
        || ++commits != doomed) {
      return Fate.PASS;
    }
    cut = true;
    return passedOn ? Fate.CUT_AT_ANSWER : Fate.CUT_NOW;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      Connection connection = new Connection(client, server);
      daemon(connection::requests);
      daemon(connection::answers);
    }
  }

  private interface Pump {
    void run() throws IOException;
  }

  /** Ends when a socket is closed, from whichever side. */
  private static void daemon(Pump pump) {
    Thread thread =
        new Thread(
            () -> {
              try {
                pump.run();
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            },
            "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private final class Connection {
    private final Socket client;
    private final Socket server;
    private volatile boolean answersEnd;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void requests() throws IOException {
      byte[] buffer = new byte[1 << 16];
      try (client;
          server) {
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          Fate fate = fate(buffer, read);
          if (fate == Fate.CUT_NOW) {
            return;
          }
          answersEnd = fate == Fate.CUT_AT_ANSWER;
          out.write(buffer, 0, read);
        }
      }
    }

    void answers() throws IOException {
      byte[] buffer = new byte[1 << 16];
      try (client;
          server) {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        int read = in.read(buffer);
        while (read >= 0 && !answersEnd) {
          out.write(buffer, 0, read);
          read = in.read(buffer);
        }
      }
    }
  }
}
