package io.watchfloor.acceptance.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.watchfloor.gateway.access.TimeCodes;
import io.watchfloor.testbed.Scene;
import io.watchfloor.testbed.Scene.Spot;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Coming in, being somebody, and being sent away again. */
@ExtendWith(SharedDutyRoom.class)
class SigningInJourney {
    private static final String PASSWORD = "a long walk by the river 7";
    private static final String PHONE = "13812345678";
    private static final long STEP_SECONDS = 30;

    @Test
    void shouldComeInOnceSetBothFactorsAndComeBackWithThem(DutyRoom room) {
        URI address = room.system().address();
        String secret = room.browsers().officers().invite("Zhou", "duty-officer");
        Page page = room.browsers().openWith(address.resolve("/#join=" + secret), Words.ENGLISH.language(), null);
        assertThat(page.getByTestId("setUp")).isVisible();
        Axe.check(page, "setting up");
        assertThat(page.getByTestId("set-up-secret")).not().isEmpty();
        String factor = page.getByTestId("set-up-secret").textContent().replace(" ", "");
        page.getByTestId("set-up-password").fill(PASSWORD);
        page.getByTestId("set-up-again").fill(PASSWORD);
        page.getByTestId("set-up-code").fill("000000");
        page.getByTestId("set-up-submit").click();
        assertThat(page.getByTestId("setUp-problem")).containsText("not the digits");
        page.getByTestId("set-up-code").fill(TimeCodes.codeAt(factor, Instant.now()));
        page.getByTestId("set-up-submit").click();
        assertThat(page.getByTestId("recovery-codes").locator("li")).hasCount(10);
        room.browsers().photograph("set-up");
        page.getByTestId("set-up-done").click();
        ConsolePage console = new ConsolePage(page);
        console.awaitOfficer("Zhou");
        assertThat(console.connection()).hasText(Words.ENGLISH.live());

        page.getByTestId("officer").click();
        assertThat(page.getByTestId("account-roles")).hasText("Duty officer");
        page.getByTestId("sign-out").click();
        assertThat(page.getByTestId("signIn")).isVisible();
        Axe.check(page, "signing in");
        page.getByTestId("sign-in-name").fill("zhou");
        page.getByTestId("sign-in-password").fill(PASSWORD);
        page.getByTestId("sign-in-submit").click();
        // the code that proved the factor is used up; the next one is taken a little early
        page.getByTestId("sign-in-code")
                .fill(TimeCodes.codeAt(factor, Instant.now().plusSeconds(STEP_SECONDS)));
        room.browsers().photograph("sign-in");
        page.getByTestId("sign-in-submit").click();
        console.awaitOfficer("Zhou");
        assertThat(console.connection()).hasText(Words.ENGLISH.live());
    }

    @Test
    void shouldHideWhoCalledFromWhoNeedNotKnow(DutyRoom room) throws Exception {
        Spot spot = room.freshPlace().spot();
        String incidentId = Scene.incidentId(room.hear(spot, "电梯坏了，有人困在里面，请回电" + PHONE));
        ConsolePage officer = room.open(Words.CHINESE, spot);
        officer.search(incidentId);
        assertThat(officer.row(incidentId)).containsText(PHONE);

        Officers.User director = room.browsers().officers().make("Director", null, List.of(), "drill-director");
        Page page = room.browsers().openWith(room.system().address(), Words.CHINESE.language(), director.token());
        ConsolePage console = new ConsolePage(page);
        console.search(incidentId);
        assertThat(console.row(incidentId)).containsText("***");
        assertThat(console.row(incidentId)).not().containsText(PHONE);
    }

    @Test
    void shouldCloseTheScreenOfWhoIsDisabled(DutyRoom room) {
        Officers officers = room.browsers().officers();
        Officers.User leaver = officers.make("Leaver", null, List.of(), "dispatcher");
        Page page = room.browsers().openWith(room.system().address(), Words.ENGLISH.language(), leaver.token());
        assertThat(new ConsolePage(page).connection()).hasText(Words.ENGLISH.live());

        officers.disable(leaver, "dispatcher");

        assertThat(page.getByTestId("signIn")).isVisible();
    }

    @Test
    void shouldLetTheSecurityAdministratorLetOthersIn(DutyRoom room) {
        Officers.User admin = room.browsers().officers().make("Keeper", null, List.of(), "security-admin");
        Page page = room.browsers()
                .openWith(room.system().address().resolve("/admin"), Words.CHINESE.language(), admin.token());
        page.getByTestId("user-name").fill("新同事");
        page.getByTestId("user-roles").locator("input[value=dispatcher]").check();
        page.getByTestId("user-save").click();
        assertThat(page.getByTestId("told-once").locator("code")).containsText("/#join=");
        assertThat(page.locator("[data-testid=user-row][data-name=新同事]")).containsText("已邀请");
        Axe.check(page, "administration: users");
        room.browsers().photograph("administration");
        page.getByTestId("admin-keys").click();
        page.getByTestId("key-name").fill("烟感");
        page.getByTestId("key-save").click();
        assertThat(page.getByTestId("key-told").locator("code")).not().isEmpty();
        page.locator("[data-testid=key-row]", new Page.LocatorOptions().setHasText("烟感"))
                .getByTestId("key-revoke")
                .click();
        assertThat(page.locator("[data-testid=key-row]", new Page.LocatorOptions().setHasText("烟感")))
                .containsText("已吊销");
        Axe.check(page, "administration: keys");
    }
}
