package io.watchfloor.gateway.desk;

import io.vertx.core.Future;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Handover;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Succession;
import io.watchfloor.contract.SuccessionState;
import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.candidate.Dispatcher;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.equipment.Bringing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what only time does: ends offers that nobody answered and absences whose time has come, offers to the next in line,
 * and tells the next rung when a department's target has run out. What is due stands in the picture, and so in the graph;
 * every gateway looks, and the desk's transaction lets each thing happen once. Who is next is asked of the dispatcher at that
 * moment. Belongs to one event loop.
 */
public final class DutyClock {
    private static final Logger LOG = LoggerFactory.getLogger(DutyClock.class);

    /** The gateway that heard of it first goes ahead; the others come in when it did not. */
    private static final Duration OTHERS_WAIT = Duration.ofSeconds(3);

    private static final int CANDIDATES = 8;

    private final String world;
    private final Picture picture;
    private final GraphCalls graph;
    private final Clock clock;
    private final Set<String> underWay = new HashSet<>();

    /** Looks at this world's picture. */
    public DutyClock(String world, Picture picture, GraphCalls graph, Clock clock) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.clock = clock;
    }

    /** Looks at the clock; to be called about once a second. */
    public void look() {
        Instant now = clock.instant();
        picture.listAssignments(assignment -> hasRunOut(assignment, now))
                .forEach(assignment -> once(
                        assignment.id(), () -> graph.decide("time-out", desk -> desk.timeOut(world, assignment.id()))
                                .onSuccess(this::after)));
        picture.listAssignments(assignment -> isDue(assignment)
                        && !assignment.updatedAt().plus(OTHERS_WAIT).isAfter(now))
                .forEach(this::offerOn);
        picture.people()
                .listAbsencesOver(now)
                .forEach(personId -> once(
                        "absence-" + personId,
                        () -> graph.decide("absence-end", desk -> desk.endAbsence(world, personId))));
        picture.listHandedOver(decision -> isOverdue(decision.handover(), now))
                .forEach(decision -> once(
                        decision.incidentId(),
                        () -> graph.decide(
                                "handover-overdue", desk -> desk.escalateHandover(world, decision.incidentId()))));
    }

    /** What was just decided may ask for more; the picture hears of it a moment later. */
    public void after(DeskResult result) {
        if (result.isDone() && result.assignment() != null && isDue(result.assignment())) {
            offerOn(result.assignment());
        }
    }

    private void offerOn(Assignment before) {
        once("next-" + before.id(), () -> choose(before));
    }

    private Future<DeskResult> choose(Assignment before) {
        Optional<ObservedIncident> incident = picture.findObserved(before.incidentId());
        Optional<DispatchProjection> projection = picture.people().projection();
        if (incident.isEmpty() || projection.isEmpty()) {
            return Future.succeededFuture();
        }
        if (incident.get().lat() == null || incident.get().lon() == null) {
            return end(before, SuccessionState.NOBODY);
        }
        Set<String> tried = picture.listAssignmentsOf(before.incidentId()).stream()
                .map(Assignment::personId)
                .collect(Collectors.toSet());
        tried.add(before.personId());
        Dispatcher.Site site = siteOf(incident.get(), before);
        return graph.run(() -> projection.get().candidates(site, clock.instant(), CANDIDATES + tried.size()))
                .compose(found -> offer(before, found, tried));
    }

    private Future<DeskResult> offer(Assignment before, Candidates found, Set<String> tried) {
        boolean filled = found.needs().stream().allMatch(need -> need.covered() >= need.count());
        if (filled) {
            return end(before, SuccessionState.FILLED);
        }
        List<String> next = found.candidates().stream()
                .map(Candidate::personId)
                .filter(person -> !tried.contains(person))
                .toList();
        return offer(before, next, 0);
    }

    private Future<DeskResult> offer(Assignment before, List<String> people, int index) {
        if (index >= people.size()) {
            return end(before, SuccessionState.NOBODY);
        }
        String next = people.get(index);
        Bringing bringing = picture.bringing(before.incidentId(), next);
        return graph.decide("offer-next", desk -> desk.offerNext(world, before.id(), next, bringing))
                .compose(result -> {
                    if (result.isDone()) {
                        return Future.succeededFuture(result);
                    }
                    return switch (result.refusal()) {
                        case INCIDENT_NOT_OPEN -> end(before, SuccessionState.STOPPED);
                        default -> offer(before, people, index + 1);
                    };
                });
    }

    private Future<DeskResult> end(Assignment before, SuccessionState why) {
        return graph.decide("list-end", desk -> desk.endList(world, before.id(), why));
    }

    /** Whoever is on it now; the one who did not take it is not, though the picture may not have heard yet. */
    private Dispatcher.Site siteOf(ObservedIncident incident, Assignment before) {
        List<String> sent = picture.listAssignmentsOf(incident.id()).stream()
                .filter(assignment ->
                        assignment.state().isActive() && !assignment.id().equals(before.id()))
                .map(Assignment::personId)
                .toList();
        return new Dispatcher.Site(
                incident.id(), incident.type(), incident.lat(), incident.lon(), sent, picture.answersOf(incident.id()));
    }

    /** A second look does not ask again for what is under way. */
    private void once(String key, Supplier<Future<DeskResult>> call) {
        if (underWay.add(key)) {
            call.get()
                    .onFailure(failure -> LOG.debug("{} is tried again: {}", key, failure.getMessage()))
                    .onComplete(done -> underWay.remove(key));
        }
    }

    private static boolean hasRunOut(Assignment assignment, Instant now) {
        return assignment.state() == AssignmentState.OFFERED
                && assignment.answerBy() != null
                && !now.isBefore(assignment.answerBy());
    }

    private static boolean isDue(Assignment assignment) {
        Succession list = assignment.succession();
        return list != null && list.state() == SuccessionState.DUE;
    }

    private static boolean isOverdue(Handover handover, Instant now) {
        return handover.nextAt() != null && !now.isBefore(handover.nextAt());
    }
}
