package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** The open incident on the console: its reports as they were read, and the officer's corrections. */
final class IncidentPanel {
    private final Page page;

    IncidentPanel(Page page) {
        this.page = page;
    }

    Locator placedBy() {
        return page.getByTestId("placed-by");
    }

    /** Brings it into the middle of the map. */
    void locate() {
        page.getByTestId("locate").click();
    }

    /** What it waits for, until when, and who is told next. */
    Locator due() {
        return page.getByTestId("due");
    }

    /** Corrections that were asked for and are not carried out yet. */
    Locator pending() {
        return page.getByTestId("pending-corrections").locator(".wish");
    }

    void correctType(String code) {
        page.getByTestId("correct-type").click();
        option("type-picker", code).click();
    }

    /** The button of a grade, pressed when the incident has it. */
    Locator grade(String grade) {
        return page.getByTestId("set-grade-" + grade);
    }

    /** Who set the grade and what the reports say. */
    Locator gradeSaid() {
        return page.getByTestId("grade-said");
    }

    void placeByName(String name, String placeId) {
        page.getByTestId("correct-place").click();
        page.getByTestId("place-picker-search").fill(name);
        option("place-picker", placeId).click();
    }

    void placeInTheMiddleOfTheMap() {
        page.getByTestId("correct-place").click();
        page.getByTestId("place-on-map").click();
        assertThat(page.getByTestId("pick-banner")).isVisible();
        BoundingBox box = page.getByTestId("map").boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        assertThat(page.getByTestId("pick-banner")).isHidden();
    }

    /** All reports merged under it. */
    Locator reports() {
        page.getByTestId("tab-reports").click();
        return page.getByTestId("reports").getByTestId("report-row");
    }

    Locator report(String reportId) {
        page.getByTestId("tab-reports").click();
        return page.getByTestId("reports").locator("[data-testid=report-row][data-id='" + reportId + "']");
    }

    /** The words of a report that decided what it is about. */
    Locator evidence(String reportId) {
        return report(reportId).locator(".report-text mark");
    }

    /** The words of a report that say where. */
    Locator namedPlace(String reportId) {
        return report(reportId).locator(".report-text .named-place");
    }

    void splitOff(String reportId) {
        report(reportId).getByTestId("report-choose").check();
        page.getByTestId("split").click();
    }

    /** What the last message offers: open what was split off, undo what was joined. */
    Locator offeredAction() {
        return page.getByTestId("toast-action").last();
    }

    void joinTo(String incidentId) {
        page.getByTestId("join").click();
        page.getByTestId("join-picker-search").fill(incidentId);
        option("join-picker", incidentId).click();
    }

    Locator joined(String incidentId) {
        return page.locator("[data-testid=joined-row][data-id='" + incidentId + "']");
    }

    void unjoin(String incidentId) {
        joined(incidentId).getByTestId("unjoin").click();
    }

    /** In the hands of which department, and how its clock stands. */
    Locator handover() {
        return page.getByTestId("handover");
    }

    void handOverTo(String department, String reason) {
        page.getByTestId("hand-over").click();
        page.getByTestId("handover-reason").fill(reason);
        page.getByTestId("handover-picker-search").fill(department);
        page.getByTestId("handover-picker-option").first().click();
    }

    /** A step of the department or the desk that is taken at once. */
    void handover(String step) {
        page.getByTestId("handover-" + step).click();
    }

    void handover(String step, String reason) {
        handover(step);
        page.getByTestId("handover-note").fill(reason);
        page.getByTestId("handover-confirm").click();
    }

    private Locator option(String picker, String id) {
        return page.locator("[data-testid=" + picker + "-option][data-id='" + id + "']");
    }
}
