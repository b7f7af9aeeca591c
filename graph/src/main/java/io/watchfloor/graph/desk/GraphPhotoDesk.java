package io.watchfloor.graph.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.IncidentDecision;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskIds;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.IncidentSteps;
import io.watchfloor.graph.decision.OnceBook;
import io.watchfloor.graph.decision.Outcome;
import io.watchfloor.graph.decision.Refusals;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Photos as nodes that belong to an incident; the incident is locked first, so that the count holds. */
final class GraphPhotoDesk implements PhotoDesk {
    private final GraphTransactions transactions;
    private final Clock clock;
    private final Asked asked;

    GraphPhotoDesk(GraphTransactions transactions, Clock clock, Asked asked) {
        this.transactions = transactions;
        this.clock = clock;
        this.asked = asked;
    }

    @Override
    public Outcome<Photo> add(String world, String incidentId, Draft draft, String actor) {
        String id = DeskIds.photo();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.write(tx -> new OnceBook(tx, world, now)
                .once(
                        asked,
                        new TypeReference<Outcome<Photo>>() {},
                        () -> add(new DeskTransaction(tx, world, now, asked), id, incidentId, draft, actor),
                        () -> new Outcome<>(null, Refusals.keyReused())));
    }

    private Outcome<Photo> add(DeskTransaction desk, String id, String incidentId, Draft draft, String actor) {
        DeskAction action =
                DeskAction.onIncident("photo", actor, incidentId, null).withAbout(id);
        if (!DeskIds.isIncident(incidentId)) {
            return new Outcome<>(null, desk.refuse(action, Refusals.incidentUnknown(incidentId)));
        }
        IncidentDecision from = desk.lockIncident(incidentId);
        List<Photo> known = list(desk.tx(), desk.world(), incidentId);
        Optional<Photo> same = known.stream()
                .filter(photo -> photo.sha256().equals(draft.sha256()))
                .findFirst();
        if (same.isPresent()) {
            return new Outcome<>(same.get(), null);
        }
        long bytes = known.stream().mapToLong(Photo::bytes).sum() + draft.bytes();
        if (known.size() >= MOST_PHOTOS || bytes > MOST_BYTES) {
            return new Outcome<>(null, desk.refuse(action, DutyRefusals.tooManyPhotos(MOST_PHOTOS, MOST_BYTES)));
        }
        Photo photo = new Photo(
                id,
                incidentId,
                draft.sha256(),
                draft.bytes(),
                draft.width(),
                draft.height(),
                actor,
                desk.now(),
                asked.happenedAt());
        write(desk, photo);
        IncidentDecision to = IncidentSteps.photographed(from, desk.now());
        desk.record(action, DeskResult.done(to), List.of(to));
        return new Outcome<>(photo, null);
    }

    @Override
    public List<Photo> list(String world, String incidentId) {
        return transactions.read(tx -> list(tx, world, incidentId));
    }

    @Override
    public Optional<Photo> find(String world, String photoId) {
        return transactions
                .read(tx -> tx.run(
                                "MATCH (photo:Photo {world: $world, id: $id}) RETURN photo",
                                Map.of("world", world, "id", photoId))
                        .list(row -> read(row.get("photo"))))
                .stream()
                .findFirst();
    }

    private static List<Photo> list(TransactionContext tx, String world, String incidentId) {
        return tx.run("""
                        MATCH (photo:Photo {world: $world, incidentId: $incidentId})
                        RETURN photo ORDER BY photo.at, photo.id
                        """, Map.of("world", world, "incidentId", incidentId)).list(row -> read(row.get("photo")));
    }

    private static void write(DeskTransaction desk, Photo photo) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("world", desk.world());
        properties.put("id", photo.id());
        properties.put("incidentId", photo.incidentId());
        properties.put("sha256", photo.sha256());
        properties.put("bytes", photo.bytes());
        properties.put("width", photo.width());
        properties.put("height", photo.height());
        properties.put("actor", photo.actor());
        properties.put("at", GraphTime.toGraph(photo.at()));
        properties.put("happenedAt", GraphTime.toGraph(photo.happenedAt()));
        desk.tx()
                .run("""
                        MATCH (incident:Incident {world: $world, id: $incidentId})
                        CREATE (photo:Photo) SET photo = $properties
                        CREATE (photo)-[:SHOWS]->(incident)
                        """, Map.of("world", desk.world(), "incidentId", photo.incidentId(), "properties", properties))
                .consume();
    }

    private static Photo read(Value node) {
        return new Photo(
                node.get("id").asString(),
                node.get("incidentId").asString(),
                node.get("sha256").asString(),
                node.get("bytes").asLong(),
                node.get("width").asInt(),
                node.get("height").asInt(),
                node.get("actor").asString(null),
                GraphTime.fromGraph(node.get("at")),
                GraphTime.fromGraph(node.get("happenedAt")));
    }
}
