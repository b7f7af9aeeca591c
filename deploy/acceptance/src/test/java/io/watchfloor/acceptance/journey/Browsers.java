package io.watchfloor.acceptance.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import io.watchfloor.testbed.Home;
import io.watchfloor.testbed.RunningSystem;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium; each page has a context of its own, as if on a machine of its own. */
final class Browsers implements AutoCloseable {
    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("WATCHFLOOR_CHROMIUM", "/usr/bin/chromium"));
    private static final double TIMEOUT_MILLIS = 20_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    private final List<Page> pages = new ArrayList<>();
    private final Officers officers;

    /** For pages of this system's officers. */
    Browsers(RunningSystem system) {
        this.officers = Officers.of(system);
    }

    /** The system's users. */
    Officers officers() {
        return officers;
    }

    /** A page of a new context that speaks this language, with the officer of that language signed in. */
    Page open(URI address, String language) {
        return open(address, language, language.startsWith("zh") ? "王值班" : "Wang");
    }

    /** The same with this officer signed in. */
    Page open(URI address, String language, String officer) {
        return openWith(address, language, officers.token(officer));
    }

    /** The same with this session; null when nobody is signed in. */
    Page openWith(URI address, String language, String token) {
        Page page = prepare(language);
        signIn(page, address, token);
        page.navigate(address.toString());
        return page;
    }

    /** The same, with its live connection in the test's hands. */
    LiveGate openBehindGate(URI address, String language, String officer) {
        Page page = prepare(language);
        signIn(page, address, officers.token(officer));
        LiveGate gate = new LiveGate(page);
        page.navigate(address.toString());
        return gate;
    }

    /** A page of a new context where this session's user is signed in, and nothing is open yet. */
    Page prepareFor(URI address, String language, String token) {
        Page page = prepare(language);
        signIn(page, address, token);
        return page;
    }

    private static void signIn(Page page, URI address, String token) {
        if (token != null) {
            page.context()
                    .addCookies(List.of(new Cookie(Officers.COOKIE, token)
                            .setUrl(address.resolve("/").toString())));
        }
    }

    private Page prepare(String language) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(1440, 900));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                System.out.println("page: " + message.text());
            }
        });
        page.onPageError(error -> System.out.println("page: " + error));
        pages.add(page);
        return page;
    }

    /** A picture of every page that is open, for whoever looks into a failure. */
    void photograph(String test) {
        for (int i = 0; i < pages.size(); i++) {
            Path file =
                    Home.folder().resolve("deploy/acceptance/target/pictures").resolve(test + "-" + i + ".png");
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    /** Closes every page, so that the next test starts without them. */
    void closePages() {
        pages.forEach(page -> page.context().close());
        pages.clear();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
