package io.watchfloor.pipeline.duty.rule;

import static io.watchfloor.pipeline.duty.DutyMessages.INCIDENT;
import static io.watchfloor.pipeline.duty.DutyMessages.assignment;
import static io.watchfloor.pipeline.duty.DutyMessages.at;
import static io.watchfloor.pipeline.duty.DutyMessages.decision;
import static io.watchfloor.pipeline.duty.DutyMessages.observed;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of an incident, their messages shuffled and doubled, the clock looked at in random steps. */
class EscalationsPropertyTest {
    private static final int LIVES = 400;
    private final TimeTargets targets = TimeTargetsFile.shipped();
    private final Escalations escalations = new Escalations(targets);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldKeepItsPromisesWhateverComesInWhateverOrder(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            List<Object> messages = life(random);
            messages.addAll(messages.subList(0, random.nextInt(messages.size())));
            Collections.shuffle(messages, random);
            run(random, messages);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void shouldEndWithTheSameWaitInWhateverOrderItHeard(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            List<Object> messages = life(random);
            IncidentFacts inOrder = allOf(messages);
            Collections.shuffle(messages, random);
            assertThat(Wait.of(allOf(messages), targets).map(Wait::stage))
                    .isEqualTo(Wait.of(inOrder, targets).map(Wait::stage));
        }
    }

    private IncidentFacts allOf(List<Object> messages) {
        IncidentFacts facts = IncidentFacts.none("live", INCIDENT);
        for (Object message : messages) {
            facts = with(facts, message, at(1_000_000));
        }
        return facts;
    }

    private void run(Random random, List<Object> messages) {
        IncidentFacts facts = IncidentFacts.none("live", INCIDENT);
        Escalation escalation = null;
        Instant now = at(0);
        for (Object message : messages) {
            for (int looks = random.nextInt(6); looks > 0; looks--) {
                now = now.plusSeconds(random.nextInt(200));
                escalation = look(escalation, facts, now);
            }
            facts = with(facts, message, now);
            escalation = checked(escalation, escalations.awaiting(escalation, facts, now), now);
            if (escalation != null) {
                assertThat(escalations.awaiting(escalation, facts, now))
                        .as("nothing changes by looking twice")
                        .isSameAs(escalation);
            }
        }
        close(facts, escalation, now);
    }

    /** A due time is never passed over, and never taken twice. */
    private Escalation look(Escalation before, IncidentFacts facts, Instant now) {
        Escalation after = checked(before, escalations.told(before, facts.grade(), now), now);
        if (Escalations.isDue(before, now)) {
            assertThat(after.told()).isEqualTo(before.told() + 1);
            assertThat(after.nextAt()).as("not two in one moment").isAfter(now);
        } else {
            assertThat(after).isSameAs(before);
        }
        return after;
    }

    private static Escalation checked(Escalation before, Escalation after, Instant now) {
        if (Objects.equals(after, before)) {
            return after;
        }
        assertThat(after.version()).isEqualTo(before == null ? 1 : before.version() + 1);
        assertThat(after.updatedAt()).isEqualTo(now);
        int rungBefore = before == null ? 0 : before.rung();
        assertThat(after.rung()).as("never two rungs at once").isBetween(0, rungBefore + 1);
        assertThat(after.stage() == null).isEqualTo(after.nextAt() == null);
        assertThat(after.since() == null || !after.since().isAfter(now)).isTrue();
        return after;
    }

    private void close(IncidentFacts facts, Escalation before, Instant now) {
        IncidentFacts closed = facts.with(decision(1_000, IncidentState.CLOSED, 1_000, null, null, null, null), now);
        Escalation after = escalations.awaiting(before, closed, now);
        assertThat(after == null || after.stage() == null).as("always ends").isTrue();
        assertThat(escalations.told(after, closed.grade(), now.plusSeconds(10_000_000)))
                .isSameAs(after);
    }

    private static IncidentFacts with(IncidentFacts facts, Object message, Instant now) {
        if (message instanceof ObservedIncident incident) {
            return facts.with(incident, now, now);
        }
        if (message instanceof IncidentDecision decision) {
            return facts.with(decision, now);
        }
        return facts.with((Assignment) message, now);
    }

    /** Up to four people sent, each to some end, decisions between. */
    private static List<Object> life(Random random) {
        List<Object> messages = new ArrayList<>();
        for (int version = 1; version <= 1 + random.nextInt(4); version++) {
            messages.add(observed(version, anyOf(Grade.class, random)));
        }
        for (int person = 0; person < random.nextInt(5); person++) {
            AssignmentState state = AssignmentState.OFFERED;
            long second = random.nextInt(600);
            for (int version = 1; version <= 5; version++) {
                messages.add(assignment("A" + person, version, state, second, second + version));
                AssignmentState next = anyOf(AssignmentState.class, random);
                if (!state.canBecome(next)) {
                    break;
                }
                state = next;
            }
        }
        for (int version = 1; version <= random.nextInt(6); version++) {
            long second = random.nextInt(2_000);
            messages.add(decision(version, anyOf(IncidentState.class, random), second, second, second, null, null));
        }
        return messages;
    }

    private static <E extends Enum<E>> E anyOf(Class<E> type, Random random) {
        List<E> all = List.of(type.getEnumConstants());
        return all.get(random.nextInt(all.size()));
    }
}
