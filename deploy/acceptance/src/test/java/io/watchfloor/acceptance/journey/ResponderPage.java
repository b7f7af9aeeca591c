package io.watchfloor.acceptance.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page on a responder's phone. */
final class ResponderPage {
    private final Page page;

    ResponderPage(Page page) {
        this.page = page;
    }

    Locator idle() {
        return page.getByTestId("idle");
    }

    Locator offer() {
        return page.getByTestId("offer");
    }

    Locator state() {
        return page.getByTestId("assignment-state");
    }

    void press(String step) {
        page.getByTestId("responder-" + step).click();
    }

    void finish(String note) {
        press("done");
        page.getByTestId("responder-note").fill(note);
        page.getByTestId("responder-confirm").click();
    }
}
