package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.IncidentState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an incident waits for: one thing at a time, the one whose target runs out first.
 *
 * @param stage what
 * @param assignmentId the {@link Assignment} it waits for; null when for no certain one
 * @param since from when on
 */
record Wait(EscalationStage stage, String assignmentId, Instant since) {

    /** Whether this wait is the one that is told of there. */
    boolean isOf(Escalation escalation) {
        return stage == escalation.stage()
                && Objects.equals(assignmentId, escalation.assignmentId())
                && since.equals(escalation.since());
    }

    Instant dueAt(IncidentFacts facts, TimeTargets targets) {
        return since.plus(targets.of(stage, facts.grade()).within());
    }

    /** What is known says what is waited for; how it became known does not matter. */
    static Optional<Wait> of(IncidentFacts facts, TimeTargets targets) {
        // A department that has it has a clock of its own, and the desk escalates that one.
        if (!facts.state().isOpen() || facts.isHandedOver()) {
            return Optional.empty();
        }
        if (anybodySent(facts)) {
            return facts.errands().stream()
                    .flatMap(Wait::forPerson)
                    .min(Comparator.comparing((Wait wait) -> wait.dueAt(facts, targets))
                            .thenComparing(Wait::assignmentId));
        }
        return forOfficer(facts);
    }

    private static boolean anybodySent(IncidentFacts facts) {
        return facts.errands().stream().anyMatch(errand -> errand.state().isActive());
    }

    private static Stream<Wait> forPerson(Errand errand) {
        return switch (errand.state()) {
            case OFFERED -> Stream.of(new Wait(EscalationStage.ACCEPT, errand.assignmentId(), errand.offeredAt()));
            case ACCEPTED, EN_ROUTE ->
                Stream.of(new Wait(
                        EscalationStage.ARRIVE,
                        errand.assignmentId(),
                        errand.acceptedAt() == null ? errand.offeredAt() : errand.acceptedAt()));
            case ON_SCENE, DONE, DECLINED, RECALLED, TIMED_OUT, LEFT -> Stream.empty();
        };
    }

    /** Nobody is sent at the moment. */
    private static Optional<Wait> forOfficer(IncidentFacts facts) {
        if (facts.state() == IncidentState.REPORTED_BACK || anyDone(facts)) {
            return Optional.empty(); // even if the decision that says so is still to come
        }
        if (!facts.errands().isEmpty() || facts.state() == IncidentState.OPENED) {
            return Optional.ofNullable(sendableSince(facts))
                    .map(since -> new Wait(EscalationStage.DISPATCH, null, since));
        }
        return switch (facts.state()) {
            case REPORTED ->
                Optional.ofNullable(acknowledgeableSince(facts))
                        .map(since -> new Wait(EscalationStage.ACKNOWLEDGE, null, since));
            // who was sent has not come by here: all that can be awaited is that somebody arrives
            case DISPATCHED ->
                Optional.ofNullable(facts.decided().dispatchedAt())
                        .map(since -> new Wait(EscalationStage.ARRIVE, null, since));
            default -> Optional.empty();
        };
    }

    private static boolean anyDone(IncidentFacts facts) {
        return facts.errands().stream().anyMatch(errand -> errand.state() == AssignmentState.DONE);
    }

    /** The last thing that put it back to this: acknowledged, handed back by who was sent, opened again. */
    private static Instant sendableSince(IncidentFacts facts) {
        Stream<Instant> ended = facts.errands().stream().map(Errand::endedAt);
        Decided decided = facts.decided();
        if (decided == null) {
            return Times.latest(ended);
        }
        boolean waitsAgain = decided.state() == IncidentState.OPENED || decided.state() == IncidentState.REPORTED;
        return Times.latest(Stream.concat(
                ended,
                Stream.of(decided.acknowledgedAt(), waitsAgain ? decided.countsFrom() : null)
                        .filter(Objects::nonNull)));
    }

    private static Instant acknowledgeableSince(IncidentFacts facts) {
        return Times.latest(Stream.of(
                        Optional.ofNullable(facts.observed()).map(Observed::acknowledgeableSince),
                        Optional.ofNullable(facts.decided()).map(Decided::countsFrom))
                .flatMap(Optional::stream));
    }
}
