package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The calls of the manual are understood; whether what they ask for is there, is another matter.
 */
class ManualTest {
  private static final Pattern CALL =
      Pattern.compile("(?m)^ +curl ([^\\n]*(?:(?<=\\\\)\\n[^\\n]*)*)");
  private static final Pattern ADDRESS = Pattern.compile("\"\\$(?:api|CLEW)([^\"$]*)\"");
  private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']*)'");
  private static final Pattern BODY = Pattern.compile("-d\\s+'([^']*)'");

  private static HttpServer server;
  private static Client client;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = HttpServer.start(SampleGraph.load(), new DataFolder(folder), "127.0.0.1", 0);
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> calls() throws IOException {
    List<String> calls = new ArrayList<>();
    for (String page : List.of("api.md", "cookbook.md")) {
      Matcher call = CALL.matcher(Files.readString(Path.of("..", "docs", page)));
      while (call.find()) {
        calls.add(call.group(1).replace("\\\n", " "));
      }
    }
    return calls.stream();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldBeUnderstood(String call) {
    Matcher address = ADDRESS.matcher(call);
    assertThat(address.find()).as(call).isTrue();
    HttpRequest.Builder request = client.request("/api/v1" + address.group(1));
    Matcher header = HEADER.matcher(call);
    while (header.find()) {
      request.header(header.group(1), header.group(2));
    }
    Matcher body = BODY.matcher(call);
    if (body.find()) {
      request.POST(BodyPublishers.ofString(body.group(1)));
    }

    int status = client.send(request.build()).statusCode();

    assertThat(status).as(call).isIn(200, 202, 304, 404);
  }
}
