package io.watchfloor.gateway.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.health.Heartbeat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmRulesTest {
    private static final Map<String, Figures.Space> ROOM = Map.of("journal", new Figures.Space(1L << 34, 40));
    private static final long NOON = 1_772_366_400_000L;

    private final AlarmRules rules = new AlarmRules();
    private boolean auditBroken;

    @Test
    void shouldSayNothingWhileAllIsWell() {
        assertThat(look(figures(List.of(stage(7_900)), beat(0, 0, 4_000), 900, 0, 0)))
                .isEmpty();
    }

    @Test
    void shouldNameAStageThatStandsStill() {
        assertThat(look(figures(List.of(stage(8_001)), beat(0, 0, 0), 0, 0, 0)))
                .containsExactly(new AlarmRules.Raised("stalled", "filed", 8));
    }

    @Test
    void shouldSayThatTheAuditLogIsNotWhatItWas() {
        auditBroken = true;

        assertThat(look(figures(List.of(), beat(0, 0, 0), 0, 0, 0)))
                .containsExactly(new AlarmRules.Raised("audit", null, 1));
    }

    @Test
    void shouldNameAPartThatIsSilent() {
        assertThat(look(figures(List.of(), null, 6_500, 0, 0)))
                .containsExactly(new AlarmRules.Raised("silent", "pipeline", 6));
    }

    @Test
    void shouldSayAGapForTenMinutesAndNotForWhatWasCountedBefore() {
        assertThat(look(figures(List.of(), beat(3, 0, 0), 0, 0, 0))).isEmpty();
        assertThat(look(figures(List.of(), beat(4, 0, 0), 0, 0, 0)))
                .containsExactly(new AlarmRules.Raised("gap", null, 1, NOON));
        assertThat(rules.look(figures(List.of(), beat(4, 0, 0), 0, 0, 0), NOON + 599_000))
                .hasSize(1);
        assertThat(rules.look(figures(List.of(), beat(4, 0, 0), 0, 0, 0), NOON + 601_000))
                .isEmpty();
    }

    @Test
    void shouldSayWhenItHappenedLast() {
        look(figures(List.of(), beat(3, 0, 0), 0, 0, 0));
        look(figures(List.of(), beat(4, 0, 0), 0, 0, 0));

        assertThat(rules.look(figures(List.of(), beat(6, 0, 0), 0, 0, 0), NOON + 60_000))
                .containsExactly(new AlarmRules.Raised("gap", null, 2, NOON + 60_000));
        assertThat(rules.look(figures(List.of(), beat(6, 0, 0), 0, 0, 0), NOON + 659_000))
                .hasSize(1);
    }

    @Test
    void shouldTakeAPipelineThatStartedAgainForNoLoss() {
        look(figures(List.of(), beat(4, 2, 0), 0, 0, 0));
        look(figures(List.of(), beat(0, 0, 0), 0, 0, 0));
        assertThat(look(figures(List.of(), beat(0, 1, 0), 0, 0, 0)))
                .containsExactly(new AlarmRules.Raised("reset", null, 1, NOON));
    }

    @Test
    void shouldSayAResetThatTheGatewayFoundItself() {
        look(figures(List.of(), beat(0, 0, 0), 0, 0, 0));
        assertThat(look(figures(List.of(), beat(0, 0, 0), 0, 1, 0)))
                .extracting(AlarmRules.Raised::code)
                .containsExactly("reset");
    }

    @Test
    void shouldSayACheckpointThatIsOverdue() {
        assertThat(look(figures(List.of(), beat(0, 0, 31_000), 0, 0, 0)))
                .containsExactly(new AlarmRules.Raised("checkpoint", null, 31));
    }

    @Test
    void shouldSayAClockThatJumpedEitherWay() {
        assertThat(look(figures(List.of(), beat(0, 0, 0), 0, 0, -3_600_000)))
                .containsExactly(new AlarmRules.Raised("clock", "gateway", -3_600, NOON));
    }

    @Test
    void shouldSayWhatIsNearlyFull() {
        Figures full = new Figures(
                List.of(),
                beat(0, 0, 0),
                Map.of(),
                0,
                false,
                true,
                Map.of("journal", new Figures.Space(1L << 28, 12)),
                Map.of("redis", 91, "gateway", 90),
                Map.of("intake", 81, "append", 80),
                0,
                2_500);
        assertThat(look(full))
                .extracting(AlarmRules.Raised::key)
                .containsExactly("journal", "disk journal", "memory redis", "queue intake", "clock redis");
    }

    private List<AlarmRules.Raised> look(Figures figures) {
        return rules.look(figures, NOON);
    }

    private Figures figures(
            List<Health.Stage> stages, Heartbeat beat, long silentMillis, long pictureResets, long jumpMillis) {
        return new Figures(
                stages,
                beat,
                Map.of("pipeline", silentMillis),
                pictureResets,
                auditBroken,
                false,
                ROOM,
                Map.of("gateway", 50),
                Map.of("intake", 3),
                jumpMillis,
                0);
    }

    private static Health.Stage stage(long ageMillis) {
        return new Health.Stage("filed", 100, ageMillis);
    }

    private static Heartbeat beat(long gaps, long resets, long checkpointAgeMillis) {
        return new Heartbeat("now", 0, 0, 100, gaps, resets, checkpointAgeMillis, 30_000);
    }
}
