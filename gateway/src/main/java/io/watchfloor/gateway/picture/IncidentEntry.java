package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Escalation;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.live.Due;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.redis.StreamId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * One incident: what was observed, what was decided and what it waits for, each by its highest version, joined when asked
 * for.
 */
final class IncidentEntry {
    private final Upsert<ObservedIncident> observed;
    private final Upsert<IncidentDecision> decision;
    private final Upsert<Escalation> escalation;
    private Gravest joined;
    private StreamId joinedAt = StreamId.ZERO;
    private final Set<String> assignmentIds = new LinkedHashSet<>();
    private String cellId;
    private IncidentView view;
    private byte[] json;

    /** Of those joined to an incident the gravest. */
    record Gravest(String id, Grade grade) {
        /** The graver of the two; of two that are alike always the same one. */
        Gravest or(Gravest other) {
            int order = grade.compareTo(other.grade);
            int first = order == 0 ? id.compareTo(other.id) : order;
            return first < 0 ? this : other;
        }
    }

    IncidentEntry(String id) {
        observed = new Upsert<>(id);
        decision = new Upsert<>(id);
        escalation = new Upsert<>(id);
    }

    String id() {
        return observed.id();
    }

    boolean offer(ObservedIncident offered, StreamId seq) {
        return touchedIf(observed.offer(offered, offered.version(), seq));
    }

    boolean offer(IncidentDecision offered, StreamId seq) {
        return touchedIf(decision.offer(offered, offered.version(), seq));
    }

    boolean offer(Escalation offered, StreamId seq) {
        return touchedIf(escalation.offer(offered, offered.version(), seq));
    }

    /** The gravest of those joined to it, as of now; null when nothing is. */
    boolean offer(Gravest offered, StreamId seq) {
        boolean changed = !Objects.equals(joined, offered);
        if (changed) {
            joined = offered;
            joinedAt = joinedAt.later(seq);
        }
        return touchedIf(changed);
    }

    boolean place(String newCellId) {
        boolean moved = !Objects.equals(cellId, newCellId);
        cellId = newCellId;
        return touchedIf(moved);
    }

    /** Whether it can be shown: a decision may come before what it is about. */
    boolean isKnown() {
        return observed.value() != null;
    }

    boolean isOpen() {
        return state().isOpen();
    }

    /** Whether it is open and another department has taken it over. */
    boolean isHandedOver() {
        return decision.value() != null && isOpen() && decision.value().isHandedOver();
    }

    /** Whether an officer has put it off until after this time. */
    boolean isPutOff(Instant now) {
        return decision.value() != null && decision.value().isPutOff(now);
    }

    /** 0 while it is only heard of. */
    int reportCount() {
        return observed.value() == null ? 0 : observed.value().reportCount();
    }

    IncidentState state() {
        return decision.value() == null
                ? IncidentState.REPORTED
                : decision.value().state();
    }

    StreamId seq() {
        return observed.seq().later(decision.seq()).later(escalation.seq()).later(joinedAt);
    }

    /** With what is joined to it; null while it is only heard of. */
    Grade grade() {
        return isKnown() ? observed.value().gradeWith(joined == null ? null : joined.grade()) : null;
    }

    Gravest joined() {
        return joined;
    }

    ObservedIncident observed() {
        return observed.value();
    }

    IncidentDecision decision() {
        return decision.value();
    }

    Escalation escalation() {
        return escalation.value();
    }

    /** Null when it stands for itself. */
    String mergedInto() {
        return decision.value() == null ? null : decision.value().mergedInto();
    }

    Set<String> assignmentIds() {
        return assignmentIds;
    }

    IncidentView view() {
        if (view == null) {
            view = join(observed.value(), decision.value(), escalation.value(), cellId, joined);
        }
        return view;
    }

    byte[] json() {
        if (json == null) {
            json = Upsert.encode(view());
        }
        return json;
    }

    private boolean touchedIf(boolean changed) {
        if (changed) {
            view = null;
            json = null;
        }
        return changed;
    }

    /**
     * As an officer sees it; {@code decided} is null when nothing was, {@code escalation} when it never waited, {@code joined}
     * when nothing is joined to it.
     */
    static IncidentView join(
            ObservedIncident seen, IncidentDecision decided, Escalation escalation, String cellId, Gravest joined) {
        Grade joinedGrade = joined == null ? null : joined.grade();
        boolean joinedIsGraver = joined != null && joinedGrade.compareTo(seen.gradeOfReports()) < 0;
        boolean any = decided != null;
        boolean open = !any || decided.state().isOpen();
        return new IncidentView(
                seen.id(),
                versionOf(seen, decided, escalation),
                seen.type(),
                seen.gradeWith(joinedGrade),
                any ? decided.state() : IncidentState.REPORTED,
                seen.summary(),
                seen.lat(),
                seen.lon(),
                seen.address(),
                cellId,
                seen.reportCount(),
                seen.firstOccurredAt(),
                seen.openedAt(),
                any ? newest(seen.updatedAt(), decided.updatedAt()) : seen.updatedAt(),
                any ? decided.acknowledgedBy() : null,
                any ? decided.acknowledgedAt() : null,
                any ? decided.dispatchedAt() : null,
                any ? decided.onSceneAt() : null,
                any ? decided.reportedBackAt() : null,
                any ? decided.closedBy() : null,
                any ? decided.closedAt() : null,
                seen.typeConfidence(),
                seen.placedBy(),
                seen.placeId(),
                seen.mood(),
                any ? decided.mergedInto() : null,
                open ? dueOf(escalation) : null,
                any ? decided.handover() : null,
                any ? decided.photos() : null,
                any ? decided.snooze() : null,
                seen.reportedGrade() == null || !joinedIsGraver ? seen.reportedGrade() : joinedGrade,
                joinedIsGraver ? joined.id() : null);
    }

    /** Each part's version only rises, and so does their sum. */
    private static long versionOf(ObservedIncident seen, IncidentDecision decided, Escalation escalation) {
        return seen.version()
                + (decided == null ? 0 : decided.version())
                + (escalation == null ? 0 : escalation.version());
    }

    private static Due dueOf(Escalation waits) {
        return waits == null || waits.stage() == null || waits.dueAt() == null
                ? null
                : new Due(waits.stage(), waits.dueAt(), waits.rung(), waits.told(), waits.nextAt(), waits.norm());
    }

    private static Instant newest(Instant a, Instant b) {
        return b == null || (a != null && a.isAfter(b)) ? a : b;
    }
}
