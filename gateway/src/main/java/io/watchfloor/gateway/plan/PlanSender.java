package io.watchfloor.gateway.plan;

import io.vertx.core.Future;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.gateway.desk.DeskClocks;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.desk.DutyDesk.Offer;
import io.watchfloor.graph.desk.Objection;
import io.watchfloor.graph.plan.JointPlan;
import io.watchfloor.graph.plan.JointPlan.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends a suggested team, one person after another, each by the desk's transaction; whoever is gone by then is told. */
public final class PlanSender {
    private final String world;
    private final Picture picture;
    private final GraphCalls graph;
    private final DeskClocks clocks;
    private final Supplier<LivePlan> plan;

    /**
     * What came of it, in the order of people.
     *
     * @param personId who
     * @param result what the desk said
     */
    public record Sent(String personId, DeskResult result) {}

    /** Sends what this plan suggests. */
    public PlanSender(String world, Picture picture, GraphCalls graph, DeskClocks clocks, Supplier<LivePlan> plan) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.clocks = clocks;
        this.plan = plan;
    }

    /**
     * Sends these people, who have as long to answer as the incident's grade allows. One who is under way elsewhere is called
     * off that in the same transaction, if the plan now says so.
     *
     * @param tries how many are asked at most in the place of each, down the list until somebody accepts
     */
    public Future<List<Sent>> send(String incidentId, List<String> personIds, int tries, String actor) {
        List<Sent> sent = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (String personId : personIds) {
            all = all.compose(before -> sendOne(incidentId, personId, tries, actor)
                    .onSuccess(result -> sent.add(new Sent(personId, result)))
                    .mapEmpty());
        }
        return all.map(done -> sent);
    }

    private Future<DeskResult> sendOne(String incidentId, String personId, int tries, String actor) {
        Offer offer = new Offer(answerWithin(incidentId), tries)
                .with(picture.bringing(incidentId, personId))
                .against(new Objection(picture.objections(incidentId, personId), null));
        return release(incidentId, personId)
                .map(from -> graph.decide(
                        "reassign", desk -> desk.reassign(world, from.id(), incidentId, personId, offer, actor)))
                .orElseGet(
                        () -> graph.decide("assign", desk -> desk.assign(world, incidentId, personId, offer, actor)));
    }

    /** Of the gravest grade while the picture does not know the incident. */
    private Duration answerWithin(String incidentId) {
        return clocks.answerWithin(
                picture.findObserved(incidentId).map(ObservedIncident::grade).orElse(Grade.I));
    }

    /** What holds the person elsewhere, when the plan takes them off it. */
    private Optional<Assignment> release(String incidentId, String personId) {
        JointPlan now = plan.get().plan();
        return now.find(incidentId).stream()
                .flatMap(suggestion -> suggestion.people().stream())
                .filter(place -> place.personId().equals(personId))
                .map(Place::fromIncidentId)
                .filter(from -> from != null)
                .flatMap(from -> picture.listAssignmentsOf(from).stream())
                .filter(assignment -> assignment.personId().equals(personId)
                        && assignment.state().isActive()
                        && assignment.state() != AssignmentState.ON_SCENE)
                .findFirst();
    }
}
