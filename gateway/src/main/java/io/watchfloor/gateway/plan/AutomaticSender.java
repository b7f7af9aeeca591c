package io.watchfloor.gateway.plan;

import io.vertx.core.Future;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.plan.AutomaticSending.Setting;
import io.watchfloor.graph.plan.JointPlan.Place;
import io.watchfloor.graph.plan.JointPlan.Suggestion;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends suggested teams without a click in areas that are set so: whole teams only, nobody who is under way elsewhere,
 * only what was suggested unchanged for some seconds, and not where an officer has decided otherwise ({@link HandsOff}). Whom
 * it asks has as long to answer as anybody, and the next in line is asked when they do not. It acts in the name of whoever set the area, and says so. Several
 * gateways may do the same: the desk lets one of them.
 */
public final class AutomaticSender {
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticSender.class);
    /** How many are asked for each place until somebody takes it. */
    private static final int TRIES = 3;

    private final String world;
    private final Picture picture;
    private final GraphCalls graph;
    private final PlanSender sender;
    private final Clock clock;
    private final Map<String, String> areaOfCell = new HashMap<>();
    private final SettledSuggestions settled = new SettledSuggestions();
    private final AutomaticAreas areas = new AutomaticAreas();

    /** Sends by this sender. */
    public AutomaticSender(String world, Picture picture, GraphCalls graph, PlanSender sender, Clock clock) {
        this.world = world;
        this.picture = picture;
        this.graph = graph;
        this.sender = sender;
        this.clock = clock;
    }

    /** The district became known. */
    public void districtKnown(District district) {
        areaOfCell.clear();
        district.cells().forEach(cell -> areaOfCell.put(cell.id(), cell.areaId()));
    }

    /** Whether the district has such an area. */
    public boolean isArea(String areaId) {
        return areaOfCell.containsValue(areaId);
    }

    /** How areas are set; those never set are not in it. */
    public Future<List<Setting>> list() {
        long mark = areas.mark();
        return graph.automatic(setting -> setting.list(world)).onSuccess(known -> areas.read(mark, known));
    }

    /** Sets an area. */
    public Future<Setting> set(String areaId, boolean on, String actor, String reason) {
        return graph.automatic(setting -> setting.set(world, areaId, on, actor, reason))
                .onSuccess(areas::changed);
    }

    /** Reads again how areas are set: another gateway may have set one. */
    public void refresh() {
        list();
    }

    /** Looks at a new plan, or at one that stands. */
    public void planned(LivePlan live) {
        List<Suggestion> suggestions = areas.isAnyOn() ? live.plan().suggestions() : List.of();
        settled.retain(suggestions.stream().map(Suggestion::incidentId).collect(Collectors.toSet()));
        suggestions.forEach(this::look);
    }

    private void look(Suggestion suggestion) {
        Optional<Setting> setting = settingFor(suggestion);
        List<String> personIds =
                suggestion.toSend().stream().map(Place::personId).toList();
        if (setting.isEmpty()
                || personIds.isEmpty()
                || suggestion.missing() > 0
                || suggestion.reassigns()
                || !suggestion.releasedIds().isEmpty()
                || isHandsOff(suggestion.incidentId(), personIds)) {
            settled.forget(suggestion.incidentId());
        } else if (settled.take(suggestion.incidentId(), personIds, clock.instant())) {
            send(suggestion.incidentId(), personIds, setting.get());
        }
    }

    private boolean isHandsOff(String incidentId, List<String> personIds) {
        return HandsOff.holds(
                picture.findDecision(incidentId).orElse(null),
                picture.listAssignmentsOf(incidentId),
                personIds,
                clock.instant());
    }

    private Optional<Setting> settingFor(Suggestion suggestion) {
        return picture.findIncident(suggestion.incidentId())
                .map(IncidentView::cellId)
                .map(areaOfCell::get)
                .flatMap(areas::findOn);
    }

    private void send(String incidentId, List<String> personIds, Setting setting) {
        sender.send(incidentId, personIds, TRIES, actorOf(setting))
                .onSuccess(sent ->
                        LOG.info("sent {} to {} by itself, as {} set it", personIds, incidentId, setting.setBy()))
                .onFailure(failure -> LOG.warn("could not send to {} by itself: {}", incidentId, failure.toString()));
    }

    /** As the audit log has it. */
    static String actorOf(Setting setting) {
        return setting.setBy() + HandsOff.AUTOMATIC;
    }
}
