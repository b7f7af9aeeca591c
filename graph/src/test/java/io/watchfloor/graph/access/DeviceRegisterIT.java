package io.watchfloor.graph.access;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.access.DeviceRegister.Device;
import io.watchfloor.graph.access.DeviceRegister.Draft;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.district.DistrictDraft;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose phone it is: registered, found by a hash alone, revoked. */
class DeviceRegisterIT {
    private static final String LIVE = "live";
    private static final Draft PHONE = new Draft("phone-4711-xyz", "a-secret", "旧手机", true);

    private final ForkedGraph forked = ForkedGraph.shared();
    private Graph graph;
    private DeviceRegister register;

    @BeforeEach
    void open() {
        graph = GraphForTests.openWith(
                new DistrictDraft()
                        .place("J1", 0, 0)
                        .person("P-1", "J1", holds("patrol", 3))
                        .person("P-2", "J1", holds("patrol", 3))
                        .build(),
                Clock.systemUTC());
        register = graph.deviceRegister();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldFindADeviceUntilItIsRevokedAndKeepNeitherItsNameNorItsSecret() {
        Device device = register.register(LIVE, "P-1", PHONE, "王值班").device();
        assertThat(register.find(LIVE, PHONE.key()).orElseThrow().personId()).isEqualTo("P-1");
        assertThat(register.find(LIVE, PHONE.key()).orElseThrow().gcj02()).isTrue();
        assertThat(register.find(LIVE, PHONE.key()).orElseThrow().secretHash())
                .isEqualTo(DeviceRegister.hash("a-secret"));
        assertThat(register.find("drill-x", PHONE.key())).isEmpty();
        assertThat(stored()).doesNotContain("4711").doesNotContain("a-secret");

        assertThat(register.revoke(LIVE, device.id(), "李值班").device().revokedBy())
                .isEqualTo("李值班");
        assertThat(register.revoke(LIVE, device.id(), "李值班").isDone()).isTrue();
        assertThat(register.find(LIVE, PHONE.key())).isEmpty();
        assertThat(register.list(LIVE, "P-1")).hasSize(1);
        assertThat(graph.auditLog().verify(LIVE).brokenAt()).isNull();
    }

    @Test
    void shouldRefuseADeviceThatAnotherPersonHasUntilThatIsRevoked() {
        Device first = register.register(LIVE, "P-1", PHONE, "王值班").device();
        assertThat(register.register(LIVE, "P-2", PHONE, "王值班").refusal().refusal())
                .isEqualTo(Refusal.DEVICE_TAKEN);
        assertThat(register.register(LIVE, "P-1", PHONE, "王值班").device().id()).isEqualTo(first.id());

        register.revoke(LIVE, first.id(), "王值班");

        assertThat(register.register(LIVE, "P-2", PHONE, "王值班").device().personId())
                .isEqualTo("P-2");
        assertThat(register.list(LIVE, "P-1")).isEmpty();
    }

    @Test
    void shouldRefuseWhatCannotBeADeviceOrAPerson() {
        assertThat(register.register(LIVE, "P-1", new Draft("123", null, null, false), "王值班")
                        .refusal()
                        .refusal())
                .isEqualTo(Refusal.DEVICE_INVALID);
        assertThat(register.register(LIVE, "P-9", PHONE, "王值班").refusal().refusal())
                .isEqualTo(Refusal.PERSON_UNKNOWN);
        assertThat(register.revoke(LIVE, "D-NONE", "王值班").refusal().refusal()).isEqualTo(Refusal.DEVICE_UNKNOWN);
    }

    private String stored() {
        return GraphForTests.run(
                        forked.settings(), "MATCH (n) WHERE n:Device OR n:Audit RETURN properties(n) AS p", Map.of())
                .toString();
    }
}
