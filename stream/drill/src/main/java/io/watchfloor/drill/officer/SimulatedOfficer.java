package io.watchfloor.drill.officer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.drill.gateway.Answer;
import io.watchfloor.drill.gateway.GatewayClient;
import io.watchfloor.drill.gateway.LivePicture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through the open incidents, few at a time: what was asked for an incident must be answered before anything else
 * is asked for it. A request that fails is made again after a pause. Runs on one loop.
 */
public final class SimulatedOfficer {
    /** The name under which the officer acts. */
    public static final String NAME = "模拟调度员";

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedOfficer.class);
    private static final int MOST_AT_ONCE = 4;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String NOTE_DONE = "{\"note\":\"已核查，现场处置完毕\"}";
    private static final String NOTE_BY_PHONE = "{\"note\":\"已电话核实，转相关部门跟进\"}";

    /** Of the people on duty this share is left free for the humans at the desk. */
    private static final double KEPT_FREE_SHARE = 0.3;

    private final GatewayClient gateway;
    private final Executor loop;
    private final DeskRules rules;
    private final Map<String, Instant> notBefore = new HashMap<>();
    private int asked;

    /** An officer whose choices depend on the seed; answers are dealt with on the loop. */
    public SimulatedOfficer(GatewayClient gateway, Executor loop, long seed) {
        this.gateway = gateway;
        this.loop = loop;
        this.rules = new DeskRules(NAME, seed);
    }

    /** Looks at what is open and does what is due. */
    public void act(LivePicture picture, Instant now) {
        List<IncidentView> open = new ArrayList<>(picture.openIncidents());
        open.sort(Comparator.comparing(IncidentView::grade).thenComparing(IncidentView::openedAt));
        notBefore.keySet().removeIf(id -> picture.findIncident(id).isEmpty());
        boolean peopleLeft = hasPeopleToSpare(picture);
        for (IncidentView incident : open) {
            boolean waiting = notBefore.getOrDefault(incident.id(), Instant.MIN).isAfter(now);
            if (asked < MOST_AT_ONCE && !waiting) {
                DeskRules.Move move = rules.decide(incident, picture.assignmentsOf(incident.id()), open.size(), now);
                if (move != DeskRules.Move.LEAVE && (move != DeskRules.Move.SEND || peopleLeft)) {
                    notBefore.put(incident.id(), now.plus(PAUSE));
                    make(move, incident, !picture.assignmentsOf(incident.id()).isEmpty());
                }
            }
        }
    }

    private static boolean hasPeopleToSpare(LivePicture picture) {
        List<PersonView> onDuty =
                picture.people().stream().filter(PersonView::onDuty).toList();
        long free = onDuty.stream()
                .filter(person -> person.availability() == Availability.FREE)
                .count();
        return free > onDuty.size() * KEPT_FREE_SHARE;
    }

    private void make(DeskRules.Move move, IncidentView incident, boolean somebodyWasThere) {
        String path = "/incidents/" + incident.id();
        CompletableFuture<?> answer =
                switch (move) {
                    case ACKNOWLEDGE -> post(path + "/acknowledge", "{}");
                    case CLOSE -> post(path + "/close", somebodyWasThere ? NOTE_DONE : NOTE_BY_PHONE);
                    case SEND -> gateway.get(path + "/candidates?limit=8").thenCompose(a -> send(path, a));
                    case LEAVE -> CompletableFuture.completedFuture(null);
                };
        asked++;
        var unused = answer.whenCompleteAsync(
                (done, failure) -> {
                    asked--;
                    if (failure != null) {
                        LOG.warn("{} {} failed: {}", move, incident.id(), failure.toString());
                    }
                },
                loop);
    }

    /** One after the other, so that a refusal of one does not hold up the next. */
    private CompletableFuture<?> send(String path, Answer recommendation) {
        CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
        for (String personId : team(recommendation)) {
            String body =
                    Json.mapper().createObjectNode().put("personId", personId).toString();
            sent = sent.thenCompose(before -> post(path + "/assignments", body));
        }
        return sent;
    }

    private static List<String> team(Answer recommendation) {
        if (!recommendation.isDone()) {
            return List.of();
        }
        try {
            return Team.of(Json.mapper().readValue(recommendation.body(), Candidates.class));
        } catch (JsonProcessingException e) {
            LOG.warn("a recommendation cannot be read: {}", e.getOriginalMessage());
            return List.of();
        }
    }

    private CompletableFuture<Answer> post(String path, String body) {
        return gateway.post(path, GatewayClient.JSON, body, NAME).thenApply(answer -> {
            if (!answer.isDone()) {
                LOG.debug("{} answered {}: {}", path, answer.status(), answer.body());
            }
            return answer;
        });
    }
}
