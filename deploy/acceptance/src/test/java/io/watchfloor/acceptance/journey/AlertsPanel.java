package io.watchfloor.acceptance.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Warnings on the console: their rows above the list of incidents, and the one that is open. */
final class AlertsPanel {
    private final Page page;

    AlertsPanel(Page page) {
        this.page = page;
    }

    Locator row(String alertId) {
        return page.locator("[data-testid=alert-row][data-id='" + alertId + "']");
    }

    /** How many are silent, in words. */
    Locator snoozedCount() {
        return page.getByTestId("alerts-snoozed");
    }

    Locator title() {
        return page.getByTestId("alert-title");
    }

    Locator level() {
        return page.getByTestId("alert-level");
    }

    Locator reason() {
        return page.getByTestId("alert-reason");
    }

    /** One bar an hour, of what came. */
    Locator bars() {
        return page.getByTestId("alert-curve").locator(".curve-bar");
    }

    /** Bars above what is rare. */
    Locator barsOver() {
        return page.getByTestId("alert-curve").locator(".curve-bar.over");
    }

    Locator evidence(String reportId) {
        return page.getByTestId("alert-reports").locator("[data-testid=report-row][data-id='" + reportId + "']");
    }

    Locator evidence() {
        return page.getByTestId("alert-reports").getByTestId("report-row");
    }

    void snoozeForTwoHours(String reason) {
        page.getByTestId("snooze-120").click();
        page.getByTestId("snooze-reason").fill(reason);
        page.getByTestId("snooze").click();
    }

    Locator refusal() {
        return page.locator("#snooze-problem");
    }

    Locator snoozed() {
        return page.getByTestId("snoozed");
    }

    void unsnooze() {
        page.getByTestId("unsnooze").click();
    }
}
