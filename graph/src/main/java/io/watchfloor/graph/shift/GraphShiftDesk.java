package io.watchfloor.graph.shift;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.contract.Sha256;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.IncidentSteps;
import io.watchfloor.graph.decision.OnceBook;
import io.watchfloor.graph.decision.Outcome;
import io.watchfloor.graph.decision.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neo4j.driver.Value;

/** Each change is one managed write transaction: lock, check, change, then its row in the audit log. */
final class GraphShiftDesk implements ShiftDesk {
    private static final int HANDOVERS_LISTED = 20;

    /** More than one shift can keep in mind. */
    private static final int LISTED = 2_000;

    /** Two clicks of one officer are this far apart at most. */
    private static final Duration SAME_CLICK = Duration.ofMinutes(1);

    private static final String DIGEST = "sha256:";

    private final GraphTransactions transactions;
    private final Clock clock;
    private final Asked asked;

    GraphShiftDesk(GraphTransactions transactions, Clock clock, Asked asked) {
        this.transactions = transactions;
        this.clock = clock;
        this.asked = asked;
    }

    @Override
    public Standing standing(String world) {
        return transactions.read(tx -> {
            ShiftTransaction desk = new ShiftTransaction(tx, world, now());
            return new Standing(
                    desk.list("""
                            MATCH (node:DeskNote {world: $world, open: true})
                            RETURN node ORDER BY node.dueAt, node.id LIMIT $limit
                            """, LISTED, ShiftNodes::note),
                    desk.list("""
                            MATCH (node:IncidentSnooze {world: $world}) WHERE node.until > $now
                            MATCH (incident:Incident {world: $world, id: node.incidentId})
                              WHERE incident.open AND incident.snoozedUntil IS NOT NULL
                            RETURN node ORDER BY node.until, node.incidentId LIMIT $limit
                            """, LISTED, ShiftNodes::snooze),
                    desk.list("""
                            MATCH (node:Handover {world: $world}) WHERE node.at IS NOT NULL
                            RETURN node ORDER BY node.at DESC, node.id LIMIT $limit
                            """, HANDOVERS_LISTED, node -> ShiftNodes.handover(node, false)));
        });
    }

    @Override
    public Outcome<Note> note(String world, String incidentId, String text, Integer dueMinutes, String actor) {
        String id = DeskIds.note();
        DeskAction action = DeskAction.onIncident(dueMinutes == null ? "note" : "promise", actor, incidentId, text)
                .withAbout(id);
        return changeOnce(world, new TypeReference<Outcome<Note>>() {}, desk -> {
            if (!DeskIds.isIncident(incidentId)) {
                return desk.refuse(action, Refusals.incidentUnknown(incidentId));
            }
            if (dueMinutes != null && (dueMinutes < 1 || dueMinutes > MOST_DUE_MINUTES)) {
                return desk.refuse(action, ShiftRefusals.minutesOutOfRange(dueMinutes, MOST_DUE_MINUTES));
            }
            Instant now = desk.now();
            Instant dueAt = dueMinutes == null ? null : now.plus(Duration.ofMinutes(dueMinutes));
            Note note = new Note(id, incidentId, text, dueAt, actor, now, null, null);
            Map<String, Object> properties = new HashMap<>();
            properties.put("incidentId", incidentId);
            properties.put("text", text);
            properties.put("dueAt", GraphTime.toGraph(dueAt));
            properties.put("open", dueAt != null);
            properties.put("actor", actor);
            properties.put("at", GraphTime.toGraph(now));
            desk.write("MERGE (node:DeskNote {world: $world, id: $id}) SET node += $properties", id, properties);
            return desk.done(action, note);
        });
    }

    @Override
    public Optional<Note> findNote(String world, String noteId) {
        return find(world, "MATCH (node:DeskNote {world: $world, id: $id}) RETURN node", noteId, ShiftNodes::note);
    }

    @Override
    public Outcome<Note> done(String world, String noteId, String actor) {
        return change(world, desk -> {
            Optional<Note> found = desk.find("""
                    MATCH (node:DeskNote {world: $world, id: $id})
                    SET node._lock = true
                    WITH node
                    RETURN node
                    """, noteId, ShiftNodes::note);
            String incidentId = found.map(Note::incidentId).orElse(null);
            DeskAction action = DeskAction.onIncident(
                            "promise-kept",
                            actor,
                            incidentId,
                            found.map(Note::text).orElse(null))
                    .withAbout(noteId);
            if (found.isEmpty()) {
                return desk.refuse(action, ShiftRefusals.noteUnknown(noteId));
            }
            Note from = found.get();
            if (from.doneAt() != null) {
                return new Outcome<>(from, null);
            }
            Instant now = desk.now();
            Map<String, Object> properties = Map.of("open", false, "doneBy", actor, "doneAt", GraphTime.toGraph(now));
            desk.write("MATCH (node:DeskNote {world: $world, id: $id}) SET node += $properties", noteId, properties);
            return desk.done(
                    action,
                    new Note(noteId, incidentId, from.text(), from.dueAt(), from.actor(), from.at(), actor, now));
        });
    }

    @Override
    public Outcome<Snooze> snooze(String world, String incidentId, int minutes, String reason, String actor) {
        DeskAction action = DeskAction.onIncident("snooze", actor, incidentId, minutes + " min: " + reason);
        return change(world, desk -> {
            if (!DeskIds.isIncident(incidentId)) {
                return desk.refuse(action, Refusals.incidentUnknown(incidentId));
            }
            if (minutes < 1 || minutes > MOST_SNOOZE_MINUTES) {
                return desk.refuse(action, ShiftRefusals.minutesOutOfRange(minutes, MOST_SNOOZE_MINUTES));
            }
            if (reason == null || reason.isBlank()) {
                return desk.refuse(action, ShiftRefusals.reasonMissing());
            }
            Snooze from = lockSnooze(desk, incidentId);
            Instant until = desk.now().plus(Duration.ofMinutes(minutes));
            if (reason.equals(from.reason()) && isSameClick(from.until(), until)) {
                return new Outcome<>(from, null);
            }
            return write(desk, action, new Snooze(incidentId, until, reason, actor, desk.now()));
        });
    }

    @Override
    public Outcome<Snooze> unsnooze(String world, String incidentId, String actor) {
        DeskAction action = DeskAction.onIncident("unsnooze", actor, incidentId, null);
        return change(world, desk -> {
            if (!DeskIds.isIncident(incidentId)) {
                return desk.refuse(action, Refusals.incidentUnknown(incidentId));
            }
            Snooze from = lockSnooze(desk, incidentId);
            return from.until() == null
                    ? new Outcome<>(from, null)
                    : write(desk, action, new Snooze(incidentId, null, null, actor, desk.now()));
        });
    }

    @Override
    public Outcome<Handover> handOver(String world, String content, String remark, List<String> areaIds, String actor) {
        String id = DeskIds.handover();
        DeskAction action =
                new DeskAction("hand-over", actor, null, null, null, DIGEST + digest(id, content, remark), id);
        return change(world, desk -> {
            Handover handover = new Handover(id, actor, desk.now(), remark, content, List.copyOf(areaIds), null, null);
            Map<String, Object> properties = new HashMap<>();
            properties.put("actor", actor);
            properties.put("at", GraphTime.toGraph(handover.at()));
            properties.put("remark", remark);
            properties.put("content", content);
            properties.put("areaIds", List.copyOf(areaIds));
            desk.write("MERGE (node:Handover {world: $world, id: $id}) SET node += $properties", id, properties);
            return desk.done(action, handover);
        });
    }

    @Override
    public Outcome<Handover> sign(String world, String handoverId, String actor) {
        DeskAction action = new DeskAction("take-over", actor, null, null, null, null, handoverId);
        return change(world, desk -> {
            Optional<Handover> found = desk.find("""
                    MATCH (node:Handover {world: $world, id: $id})
                    SET node._lock = true
                    WITH node
                    RETURN node
                    """, handoverId, node -> ShiftNodes.handover(node, true));
            if (found.isEmpty()) {
                return desk.refuse(action, ShiftRefusals.handoverUnknown(handoverId));
            }
            Handover from = found.get();
            if (from.signedBy() != null) {
                return actor.equals(from.signedBy())
                        ? new Outcome<>(from, null)
                        : desk.refuse(action, ShiftRefusals.alreadySigned(from));
            }
            if (actor.equals(from.actor())) {
                return desk.refuse(action, ShiftRefusals.ownHandover());
            }
            Instant now = desk.now();
            Map<String, Object> properties = Map.of("signedBy", actor, "signedAt", GraphTime.toGraph(now));
            desk.write(
                    "MATCH (node:Handover {world: $world, id: $id}) SET node += $properties", handoverId, properties);
            return desk.done(action, from.signed(actor, now));
        });
    }

    @Override
    public Optional<Handover> findHandover(String world, String handoverId) {
        String question = "MATCH (node:Handover {world: $world, id: $id}) RETURN node";
        return find(world, question, handoverId, node -> ShiftNodes.handover(node, true));
    }

    @Override
    public boolean isIntact(String world, String handoverId) {
        Optional<Handover> handover = findHandover(world, handoverId);
        Optional<String> written =
                find(world, """
                MATCH (node:Audit {world: $world, about: $id, action: 'hand-over'})
                WHERE node.refusal IS NULL
                RETURN node
                """, handoverId, node -> node.get("note").asString());
        return handover.isPresent()
                && written.equals(handover.map(is -> DIGEST + digest(is.id(), is.content(), is.remark())));
    }

    private static Snooze lockSnooze(ShiftTransaction desk, String incidentId) {
        return desk.find("""
                        MERGE (node:IncidentSnooze {world: $world, incidentId: $id})
                        SET node._lock = true
                        WITH node
                        RETURN node
                        """, incidentId, ShiftNodes::snooze).orElseThrow();
    }

    private static Outcome<Snooze> write(ShiftTransaction desk, DeskAction action, Snooze to) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("until", GraphTime.toGraph(to.until()));
        properties.put("reason", to.reason());
        properties.put("actor", to.actor());
        properties.put("at", GraphTime.toGraph(to.at()));
        desk.write(
                "MATCH (node:IncidentSnooze {world: $world, incidentId: $id}) SET node += $properties",
                to.incidentId(),
                properties);
        IncidentDecision.Snooze snooze =
                to.until() == null ? null : new IncidentDecision.Snooze(to.until(), to.reason(), to.actor(), to.at());
        return desk.done(action, to, to.incidentId(), incident -> IncidentSteps.snoozed(incident, snooze, desk.now()));
    }

    /** As {@link #change}; asked for again under its key, it is answered as before. */
    private <T> Outcome<T> changeOnce(
            String world, TypeReference<Outcome<T>> type, Function<ShiftTransaction, Outcome<T>> work) {
        Instant now = now();
        return transactions.write(tx -> new OnceBook(tx, world, now)
                .once(
                        asked,
                        type,
                        () -> work.apply(new ShiftTransaction(tx, world, now, asked)),
                        () -> new Outcome<>(null, Refusals.keyReused())));
    }

    private <T> Outcome<T> change(String world, Function<ShiftTransaction, Outcome<T>> work) {
        return transactions.write(tx -> work.apply(new ShiftTransaction(tx, world, now())));
    }

    private <T> Optional<T> find(String world, String question, String id, Function<Value, T> reader) {
        return transactions.read(tx -> new ShiftTransaction(tx, world, now()).find(question, id, reader));
    }

    private static boolean isSameClick(Instant known, Instant until) {
        return known != null && Duration.between(known, until).abs().compareTo(SAME_CLICK) < 0;
    }

    /** What was handed over, and under which id. */
    private static String digest(String id, String content, String remark) {
        return Sha256.hex(id + "\n" + (remark == null ? "" : remark) + "\n" + content);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
