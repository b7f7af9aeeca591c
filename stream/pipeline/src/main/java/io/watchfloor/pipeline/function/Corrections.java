package io.watchfloor.pipeline.function;

import io.watchfloor.contract.Correction;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.pipeline.rule.Correcting;
import io.watchfloor.pipeline.rule.Joining;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.Retention;
import io.watchfloor.text.similar.TextSketcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what officers said about incidents, and remembers which reports were moved: the desk may not have known of
 * a move when it decided on the next.
 */
final class Corrections {
    private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);
    private static final Comparator<FiledReport> AS_RECEIVED = Comparator.comparing(
                    (FiledReport filed) -> filed.report().receivedAt())
            .thenComparing(filed -> filed.report().id());

    private final OpenIncidents incidents;
    private final MapState<String, Move> moves;
    private final TextSketcher sketcher = new TextSketcher();

    Corrections(RuntimeContext context, OpenIncidents incidents) {
        this.incidents = incidents;
        this.moves =
                context.getMapState(new MapStateDescriptor<>("moves", Types.STRING, TypeInformation.of(Move.class)));
    }

    /** Carries it out and tells what has changed; returns the incidents as they are then. */
    List<OpenIncident> carryOut(Correction correction, long clockMillis, Collector<Observation> out) throws Exception {
        OpenIncident before =
                incidents.find(correction.incidentId(), clockMillis).orElse(null);
        OpenIncident corrected = before != null
                        && before.observed().version() >= correction.known().version()
                ? before
                : Correcting.recall(
                        correction.known(), sketcher.sketch(correction.known().summary()), clockMillis);
        if (correction.type() != null) {
            corrected = Correcting.retype(corrected, correction.type(), clockMillis);
        }
        if (correction.grade() != null) {
            corrected = Correcting.regrade(corrected, correction.grade(), clockMillis);
        }
        if (correction.lat() != null && correction.lon() != null) {
            corrected =
                    Correcting.move(corrected, correction.lat(), correction.lon(), correction.placeId(), clockMillis);
        }
        if (correction.type() != null || correction.grade() != null || correction.lat() != null) {
            out.collect(new Observation(corrected.observed(), null));
        }
        List<FiledReport> moved = movable(correction);
        if (!moved.isEmpty() && moved.size() < corrected.observed().reportCount()) {
            return split(before, corrected, moved, correction.movedTo(), clockMillis, out);
        }
        if (!moved.isEmpty()) {
            LOG.warn("Correction {} would leave {} without reports; it stays whole", correction.id(), corrected.id());
        }
        incidents.put(before, corrected, clockMillis);
        return List.of(corrected);
    }

    private List<FiledReport> movable(Correction correction) throws Exception {
        List<FiledReport> movable = new ArrayList<>();
        for (FiledReport filed : correction.moved() == null ? List.<FiledReport>of() : correction.moved()) {
            Move earlier = moves.get(filed.report().id());
            String owner = earlier == null ? filed.incidentId() : earlier.incidentId();
            if (owner.equals(correction.incidentId())) {
                movable.add(filed);
            }
        }
        movable.sort(AS_RECEIVED);
        return movable;
    }

    private List<OpenIncident> split(
            OpenIncident before,
            OpenIncident from,
            List<FiledReport> moved,
            String toId,
            long clockMillis,
            Collector<Observation> out)
            throws Exception {
        OpenIncident left = from;
        OpenIncident targetBefore = incidents.find(toId, clockMillis).orElse(null);
        OpenIncident target = targetBefore;
        List<Observation> refiled = new ArrayList<>();
        for (FiledReport filed : moved) {
            ReadReport read = ReadReport.of(filed, sketcher);
            left = Correcting.takeOut(left, read, clockMillis);
            Double meters = target == null ? null : target.metersFrom(read);
            long seconds = target == null ? 0 : target.secondsFrom(read.report().occurredAt());
            target = target == null
                    ? Correcting.openAs(toId, from.observed().region(), read, clockMillis)
                    : Joining.join(target, read, clockMillis);
            refiled.add(new Observation(
                    target.observed(),
                    new FiledReport(
                            filed.world(),
                            toId,
                            1,
                            meters,
                            seconds,
                            filed.report(),
                            remember(filed, toId, clockMillis),
                            filed.understanding())));
        }
        left = Correcting.keepApart(left, toId);
        target = Correcting.keepApart(target, from.id());
        incidents.put(before, left, clockMillis);
        incidents.put(targetBefore, target, clockMillis);
        out.collect(new Observation(left.observed(), null));
        refiled.forEach(out::collect);
        return List.of(left, target);
    }

    /** The version of the filing that follows. */
    private long remember(FiledReport filed, String toId, long clockMillis) throws Exception {
        Move earlier = moves.get(filed.report().id());
        long version = (earlier == null ? filed.version() : Math.max(filed.version(), earlier.version())) + 1;
        moves.put(filed.report().id(), new Move(toId, version, clockMillis));
        return version;
    }

    void purge(long clockMillis) throws Exception {
        Iterator<Map.Entry<String, Move>> entries = moves.iterator();
        while (entries.hasNext()) {
            if (Retention.isMoveForgotten(entries.next().getValue().atMillis(), clockMillis)) {
                entries.remove();
            }
        }
    }

    boolean isEmpty() throws Exception {
        return moves.isEmpty();
    }
}
