package org.clew.api.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clew.api.export.HostileGraph;
import org.clew.api.trace.TraceService;
import org.clew.cypher.TestGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the page as a person does, in a real browser. */
class PageTest {
  private static final double PATIENCE_MILLIS = 30_000;

  private static Playwright playwright;
  private static Browser browser;
  private static HttpServer server;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "There is no Chromium on the PATH.");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(
                        List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    TraceService traces = request -> trace();
    server = HttpServer.start("127.0.0.1", 0, SampleGraph.load(), SampleGraph.DATA, traces);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      server.close();
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    SampleGraph.load();
    context = browser.newContext();
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(server.uri() + "/") && !request.url().startsWith("data:")) {
            complaints.add("asked elsewhere: " + request.url());
          }
        });
    page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldShowAHostileNameAsTextFromSearchToPicture() {
    page.navigate(server.uri() + "/");
    page.keyboard().press("/");
    page.keyboard().type("onerror");
    page.keyboard().press("Enter");
    page.locator("a.row").filter(withText("<img src=x")).click();

    assertThat(page.locator("h1")).hasText(SampleGraph.HOSTILE_NAME);
    assertThat(page.locator(".canvas canvas").first()).isVisible();
    assertThat(page.locator(".group")).hasCount(3);
    assertThat(page.locator(".attributes")).containsText("data:text/html,<script>1</script>");
    assertThat(page.locator("img, main script, [href^='data:'], [href^='javascript:']"))
        .hasCount(0);
    assertThat(page).hasTitle(SampleGraph.HOSTILE_NAME + " – Clew");
  }

  /** Whatever it shows of it, the page runs nothing and asks nobody else: see {@link #close}. */
  @Test
  void shouldShowAHostileGraphAsText() {
    HostileGraph.write(TestGraph.empty(), 17);
    page.navigate(server.uri() + "/#/sources");
    assertThat(page.locator("tbody tr").first()).isVisible();
    for (String kind :
        List.of("account:x:@0", "domain:0", "outlet:0", "cluster:0", "domain:long.org")) {
      page.navigate(server.uri() + "/#/entity/" + kind.replace(":", "%3A"));
      assertThat(page.locator("h1")).hasCount(1);
      assertThat(page.locator(".graph")).containsText("drawn");
      assertThat(
              page.locator(
                  "main script, main img, [href^='javascript:'], [href^='data:'], [onclick]"))
          .hasCount(0);
    }
    assertThat(page.getByRole(AriaRole.BUTTON, named("Show all 1,050,000 characters")).first())
        .isVisible();
    page.navigate(server.uri() + "/");
    for (String text : List.of("script", "hyperlink", "cmd", "abc")) {
      page.keyboard().press("/");
      page.keyboard().type(text);
      page.keyboard().press("Enter");
      assertThat(page.locator("a.row").first()).isVisible();
      page.navigate(server.uri() + "/");
    }
  }

  @Test
  void shouldShowWhatSourcesSayAndPageThroughLinks() {
    page.navigate(server.uri() + "/#/entity/domain%3Aliberty.example");
    assertThat(page.locator(".attributes")).containsText("javascript:alert(document.domain)");
    assertThat(page.locator("[href^='javascript:']")).hasCount(0);
    assertThat(page.locator(".group tbody tr")).hasCount(100);
    page.getByRole(AriaRole.BUTTON, named("Show more")).click();
    assertThat(page.locator(".group tbody tr")).hasCount(153);
  }

  @Test
  void shouldAskForAKeyUntilItIsRightAndKeepItInTheTab(@TempDir Path folder) {
    try (KeyedServer keyed = KeyedServer.start(SampleGraph.load(), folder, 0);
        BrowserContext tabs = browser.newContext()) {
      Page tab = tabs.newPage();
      tab.setDefaultTimeout(PATIENCE_MILLIS);
      List<String> said = new ArrayList<>();
      tab.onConsoleMessage(message -> said.add(message.text()));
      tab.navigate(keyed.server().uri() + "/");
      assertThat(tab.locator("dialog")).containsText("This needs a key");
      tab.locator("#key").fill("wrong");
      tab.keyboard().press("Enter");
      assertThat(tab.locator("dialog")).containsText("unknown, expired or revoked");
      tab.locator("#key").fill(keyed.keys().get("reader"));
      tab.getByRole(AriaRole.BUTTON, named("Go on")).click();
      assertThat(tab.locator("#status")).containsText("Connected");
      assertThat(tab.locator("a.row").first()).isVisible();

      tab.reload();
      assertThat(tab.locator("#status")).containsText("Connected");
      assertThat(tab.locator("dialog")).hasCount(0);
      assertThat(said).noneMatch(text -> text.contains("Content Security Policy"));
    }
  }

  @Test
  void shouldDrawTheNeighbourhoodAndExpandIt() {
    page.navigate(server.uri() + "/#/entity/press%20tv");
    assertThat(page.locator(".legend")).containsText("control");
    assertThat(page.locator(".graph")).containsText("4 entities and 3 links are drawn");
    page.locator(".listed summary").click();
    page.locator(".listed li")
        .filter(withText("presstv.example"))
        .getByRole(AriaRole.BUTTON)
        .click();
    assertThat(page.locator(".graph")).containsText("5 entities and 4 links are drawn");
  }

  @Test
  void shouldShowAChainAsSentencesAndPicture() {
    page.navigate(server.uri() + "/#/trace");
    page.getByLabel("From").fill("cluster:case:liberty");
    assertThat(page.getByLabel("To")).hasValue("state-media");
    page.locator("main button.primary").click();

    assertThat(page.locator(".chain-card h3")).containsText("score 0.61");
    assertThat(page.locator(".sentence").first()).containsText("<b>Twin</b> shares an id.");
    assertThat(page.locator("svg.chain text.name")).hasCount(2);
    assertThat(page.locator(".chain-card table")).containsText("tracker/ga");
    assertThat(page.locator(".answer")).containsText("shared by 150,000");
    assertThat(page.locator(".sentence b")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile(".*from=cluster%3Acase%3Aliberty.*"));
  }

  @Test
  void shouldListSourcesWithDeadScriptLinks() {
    page.navigate(server.uri() + "/#/sources");
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("tbody")).containsText("javascript:alert(1)");
    assertThat(page.locator("tbody a[href^='http']")).hasCount(1);
  }

  @Test
  void shouldRunAQueryFromTheConsole() {
    page.navigate(server.uri() + "/#/query");
    page.getByLabel("Cypher").fill("MATCH (a:Account {id: $id}) RETURN a, 7 AS seven");
    page.getByLabel("Parameters (JSON)").fill("{\"id\": \"account:x:666\"}");
    page.getByLabel("Cypher").press("Control+Enter");
    assertThat(page.locator("tbody td a")).hasText(SampleGraph.HOSTILE_NAME);
    assertThat(page.locator("tbody .number")).hasText("7");
  }

  @Test
  void shouldSayHowToLoadDataWhereThereIsNone() {
    TestGraph.empty();
    page.navigate(server.uri() + "/");
    assertThat(page.locator(".empty")).containsText("./clew load FILE");
  }

  @Test
  void shouldOfferTheCandidatesOfAnAmbiguousName() {
    page.navigate(server.uri() + "/#/entity/twin");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("fits several entities");
    page.getByRole(AriaRole.LINK, named("Twin")).last().click();
    assertThat(page.locator("h1")).hasText("Twin");
    assertThat(complaints).hasSize(1).first().asString().contains("409");
    complaints.clear();
  }

  @Test
  void shouldShowTheDescriptionOfTheInterfaceWithoutAskingElsewhere() {
    page.navigate(server.uri() + "/docs");
    assertThat(page.locator(".opblock-summary-path").first()).containsText("/api/v1/entities");
  }

  private static Map<String, Object> trace() {
    Map<String, Object> hop =
        Map.of(
            "from", "domain:liberty.example",
            "to", "outlet:ir:press-tv",
            "toName", "Press TV",
            "probability", 0.61,
            "sentence", "<b>Twin</b> shares an id.",
            "evidence",
                List.of(
                    Map.of(
                        "kind", "tracker/ga",
                        "via", "indicator:tracker/ga:UA-14540629",
                        "likelihoodRatio", 410.25,
                        "degree", 2,
                        "source", "source:report",
                        "grade", "B2")));
    return Map.of(
        "chains", List.of(Map.of("score", 0.612, "hops", List.of(hop))),
        "skippedHubs", List.of(Map.of("id", "indicator:ip:x", "name", "x", "degree", 150_000)));
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(
            folder -> Stream.of("chromium", "chromium-browser").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
