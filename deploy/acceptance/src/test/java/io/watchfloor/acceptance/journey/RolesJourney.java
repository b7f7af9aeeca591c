package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.watchfloor.graph.access.Role;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is offered what would be refused: the pages are opened as every role, and all that is there is pressed. */
@ExtendWith(SharedDutyRoom.class)
class RolesJourney {
    /** Open to anybody, so that no session names them. */
    private static final Set<String> OPEN = Set.of("getSession");

    private static final Set<Role> FLOOR =
            EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER, Role.DUTY_OFFICER, Role.DRILL_DIRECTOR);
    private static final Set<Role> ADMINISTER = EnumSet.of(Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN, Role.SECURITY_ADMIN);
    /** What leaves the page or closes what is looked at. */
    private static final String[] LEFT = {
        "sign-out", "lang-switch", "theme-switch", "account-change", "close", "cancel", "area-clear", "single-keys"
    };

    /** What the test has to have pressed, so that it cannot pass by pressing nothing. */
    private static final Map<Role, Set<String>> AT_LEAST = Map.of(
            Role.CALL_TAKER,
            Set.of("noteIncident", "retypeIncident", "splitIncident"),
            Role.DISPATCHER,
            Set.of(
                    "acknowledgeIncident",
                    "assignPerson",
                    "snoozeIncident",
                    "sendNotice",
                    "handOverIncident",
                    "handOver"),
            Role.DUTY_OFFICER,
            Set.of("acknowledgeIncident", "assignPerson", "snoozeIncident", "registerDevice"),
            Role.DRILL_DIRECTOR,
            Set.of("getPlan", "getMeasures", "listCandidates"),
            Role.SYSTEM_ADMIN,
            Set.of("getDistrict"),
            Role.AUDIT_ADMIN,
            Set.of("listAudit", "verifyAudit"),
            Role.SECURITY_ADMIN,
            Set.of("listUsers", "createApiKey"));

    private static final String MENU =
            "() => [...document.querySelectorAll('.menu-entry')].map((entry) => entry.dataset.testid)";
    private static final String OPEN_FROM_MENU = """
            (entry) => {
              document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
              document.querySelector(`[data-testid=${entry}]`).click();
            }
            """;

    @ParameterizedTest
    @EnumSource(Role.class)
    void shouldOfferNothingThatWouldBeRefused(Role role, DutyRoom room) throws Exception {
        Officers officers = room.browsers().officers();
        Officers.User user = officers.make("Only-" + role.wireName(), null, List.of(), role.wireName());
        Page page = room.browsers().prepareFor(room.system().address(), Words.CHINESE.language(), user.token());
        PressedPage pressed = new PressedPage(page, room.api());
        if (FLOOR.contains(role)) {
            pressTheFloor(role, room, pressed);
        } else {
            page.navigate(room.system().address().toString());
            page.waitForURL(Pattern.compile(ADMINISTER.contains(role) ? ".*/admin" : ".*/responder"));
            assertThat(page.locator("html.is-ready")).isVisible();
            pressed.pressAll("body", LEFT);
        }

        Set<String> may = new TreeSet<>();
        officers.get(user, "/session").body().get("operations").forEach(operation -> may.add(operation.asText()));
        may.addAll(OPEN);
        assertThat(may).as("what a " + role.wireName() + "'s page asked for").containsAll(pressed.asked());
        assertThat(pressed.asked()).containsAll(AT_LEAST.getOrDefault(role, Set.of()));
    }

    private static void pressTheFloor(Role role, DutyRoom room, PressedPage pressed) throws Exception {
        Spot spot = room.freshPlace().spot();
        String first = room.hear(spot, "着火了，三楼浓烟滚滚");
        String second = room.hear(spot, "三楼着火了，浓烟滚滚");
        String incidentId = Scene.incidentId(first);
        room.awaitFiled(incidentId, first, second);
        Page page = pressed.page();
        String area = "&area=circle:" + spot.lat() + "," + spot.lon() + ",3000";
        page.navigate(room.system()
                .address()
                .resolve("/?incident=" + incidentId + area)
                .toString());
        assertThat(page.getByTestId("candidate-row").first()).isVisible();
        boolean sends = role == Role.DISPATCHER || role == Role.DUTY_OFFICER;
        assertThat(page.getByTestId("candidate-row").first().getByTestId("send"))
                .isVisible(visibleIf(sends));
        assertThat(page.locator("[data-testid=who-may][data-operation=assignPerson]"))
                .isVisible(visibleIf(!sends));

        pressed.pressAll("#incident", LEFT);
        page.keyboard().press("Escape");
        pressed.pressAll("[data-testid=area-card]", LEFT);
        pressed.pressAll(".topbar", LEFT);
        pressed.pressAll("dialog[open]", LEFT);
        for (Object entry : (List<?>) page.evaluate(MENU)) {
            page.evaluate(OPEN_FROM_MENU, entry);
            pressed.pressAll("dialog[open]", LEFT);
        }
        pressed.pressAll("#cover", LEFT);
        giveEveryCommand(page, incidentId);
        page.navigate(room.system().address().resolve("/handover").toString());
        assertThat(page.getByTestId("handover-open")).isVisible();
        pressed.pressAll("body", LEFT);
    }

    private static IsVisibleOptions visibleIf(boolean visible) {
        return new IsVisibleOptions().setVisible(visible);
    }

    private static void giveEveryCommand(Page page, String incidentId) {
        page.evaluate("() => document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close())");
        for (String line : List.of("A.%s", "N.%s.记一笔", "Z.%s.30.等人", "C.%s", "D.P-001.%s")) {
            page.getByTestId("map").focus();
            page.keyboard().press(":");
            page.getByTestId("command-field").fill(String.format(line, incidentId));
            page.keyboard().press("Enter");
            page.keyboard().press("Escape");
        }
        for (String key : List.of("a", "h", "t")) {
            page.getByTestId("map").focus();
            page.keyboard().press(key);
            page.keyboard().press("Escape");
        }
    }
}
