package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** The console as an officer uses it: what they see and what they press. */
final class ConsolePage {
    private final Page page;

    ConsolePage(Page page) {
        this.page = page;
    }

    /** The officer whose session this browser has is shown as such. */
    void awaitOfficer(String officer) {
        assertThat(page.getByTestId("officer")).hasText(officer);
    }

    Locator row(String incidentId) {
        return page.locator("[data-testid=incident-row][data-id='" + incidentId + "']");
    }

    /** How many reports the list says an incident has; nothing is said of a single one. */
    Locator countInRow(String incidentId) {
        return row(incidentId).locator(".row-reports");
    }

    /** Narrows the list, which shows only the rows in view. */
    void search(String words) {
        page.getByTestId("list-search").fill(words);
    }

    Locator filter(String name) {
        return page.getByTestId("filter-" + name);
    }

    /** Looks for it first: in a flood it may stand in a group. */
    void openIncident(String incidentId) {
        search(incidentId);
        row(incidentId).click();
        assertThat(page.getByTestId("incident-id")).hasText(incidentId);
    }

    /** What the map says about the thing in its middle. */
    Locator tipInTheMiddleOfTheMap() {
        BoundingBox box = page.getByTestId("map").boundingBox();
        page.mouse().move(box.x + 5, box.y + 5);
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        return page.getByTestId("map-tip");
    }

    /** Points at the middle until the map says these words of what is there; it may still be moving. */
    void awaitTipInTheMiddleOfTheMap(String words) {
        await("the map tells of " + words)
                .pollInSameThread()
                .atMost(DutyRoom.SOON)
                .until(() -> {
                    Locator tip = tipInTheMiddleOfTheMap();
                    return tip.isVisible() && tip.textContent().contains(words);
                });
    }

    void clickTheMiddleOfTheMap() {
        BoundingBox box = page.getByTestId("map").boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    Locator type() {
        return page.getByTestId("incident-type");
    }

    Locator state() {
        return page.getByTestId("incident-state");
    }

    Locator incidentId() {
        return page.getByTestId("incident-id");
    }

    void acknowledge() {
        page.getByTestId("acknowledge").click();
    }

    Locator acknowledgedBy() {
        return page.getByTestId("acknowledged-by");
    }

    Locator candidates() {
        return page.getByTestId("candidate-row");
    }

    Locator candidate(String personId) {
        return page.locator("[data-testid=candidate-row][data-person='" + personId + "']");
    }

    /** The first in the list. */
    String bestCandidate() {
        return candidates().first().getAttribute("data-person");
    }

    Locator reasons(String personId) {
        return candidate(personId).locator(".reasons li");
    }

    void send(String personId) {
        candidate(personId).getByTestId("send").click();
    }

    Locator conflict(String personId) {
        return candidate(personId).getByTestId("conflict");
    }

    /** Whether the next are asked, and how many at most, when a person does not take it. */
    void askAtMost(int people) {
        page.getByTestId("tries").selectOption(Integer.toString(people));
    }

    /** Who is sent to the open incident and stands so. */
    Locator assignmentIn(String state) {
        return page.locator("[data-testid=assignment-row][data-state=" + state + "]");
    }

    /** Where the person stands who was sent to the open incident. */
    Locator assignment(String personId) {
        return page.locator("[data-testid=assignment-row][data-person='" + personId + "']")
                .getByTestId("assignment-state");
    }

    void closeIncident(String note) {
        page.getByTestId("close-incident").click();
        page.getByTestId("close-note").fill(note);
        page.getByTestId("close-confirm").click();
    }

    void openAgain() {
        page.getByTestId("reopen").click();
    }

    Locator timeline() {
        page.getByTestId("tab-timeline").click();
        return page.getByTestId("timeline-entry");
    }

    Locator timelineEntry(String action) {
        page.getByTestId("tab-timeline").click();
        return page.locator("[data-testid=timeline-entry][data-action=" + action + "]");
    }

    void switchLanguage() {
        page.getByTestId("lang-switch").click();
    }

    Locator connection() {
        return page.getByTestId("connection-state");
    }

    /** The open incident: what was read, and what may be corrected. */
    IncidentPanel panel() {
        return new IncidentPanel(page);
    }

    /** Warnings ahead of incidents. */
    AlertsPanel alerts() {
        return new AlertsPanel(page);
    }

    Locator staleBanner() {
        return page.getByTestId("stale-banner");
    }
}
