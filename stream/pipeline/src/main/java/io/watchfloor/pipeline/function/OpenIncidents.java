package io.watchfloor.pipeline.function;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.pipeline.rule.MergeGrid;
import io.watchfloor.pipeline.rule.MergeRule;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.Retention;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** A region's open incidents, by {@link MergeGrid} bucket: a look-up reads two to four buckets, however many there are. */
final class OpenIncidents {
    private final MergeRule rule;
    private final MapState<String, List<OpenIncident>> buckets;

    OpenIncidents(RuntimeContext context, MergeRule rule) {
        this.rule = rule;
        this.buckets = context.getMapState(new MapStateDescriptor<>(
                "incidents", Types.STRING, Types.LIST(TypeInformation.of(OpenIncident.class))));
    }

    /** Those of the report's type that are near enough to be asked about and can still get reports. */
    List<OpenIncident> near(ReadReport read, long clockMillis) throws Exception {
        List<OpenIncident> found = new ArrayList<>();
        for (String bucket : bucketsAround(read)) {
            for (OpenIncident incident : in(bucket)) {
                if (!Retention.isOver(incident, clockMillis)) {
                    found.add(incident);
                }
            }
        }
        return found;
    }

    /** Keeps a new incident. */
    void add(OpenIncident incident, long clockMillis) throws Exception {
        put(bucketOf(incident), null, incident, clockMillis);
    }

    /** Keeps an incident after a report; its mean position may have moved to another bucket. */
    void replace(OpenIncident before, OpenIncident after, long clockMillis) throws Exception {
        String from = bucketOf(before);
        String to = bucketOf(after);
        if (!from.equals(to)) {
            put(from, before.observed().id(), null, clockMillis);
        }
        put(to, after.observed().id(), after, clockMillis);
    }

    /** Drops all that can get no more reports. */
    void purge(long clockMillis) throws Exception {
        Iterator<Map.Entry<String, List<OpenIncident>>> entries = buckets.iterator();
        while (entries.hasNext()) {
            Map.Entry<String, List<OpenIncident>> entry = entries.next();
            List<OpenIncident> left = entry.getValue().stream()
                    .filter(incident -> !Retention.isOver(incident, clockMillis))
                    .toList();
            if (left.isEmpty()) {
                entries.remove();
            } else if (left.size() < entry.getValue().size()) {
                entry.setValue(new ArrayList<>(left));
            }
        }
    }

    boolean isEmpty() throws Exception {
        return buckets.isEmpty();
    }

    void clear() {
        buckets.clear();
    }

    /** Rewrites one bucket without the old and with the new, and without what is over. */
    private void put(String bucket, String removedId, OpenIncident added, long clockMillis) throws Exception {
        List<OpenIncident> next = new ArrayList<>();
        for (OpenIncident incident : in(bucket)) {
            if (!incident.observed().id().equals(removedId) && !Retention.isOver(incident, clockMillis)) {
                next.add(incident);
            }
        }
        if (added != null) {
            next.add(added);
        }
        if (next.isEmpty()) {
            buckets.remove(bucket);
        } else {
            buckets.put(bucket, next);
        }
    }

    private List<OpenIncident> in(String bucket) throws Exception {
        List<OpenIncident> incidents = buckets.get(bucket);
        return incidents == null ? List.of() : incidents;
    }

    private List<String> bucketsAround(ReadReport read) {
        if (!read.isLocated()) {
            return List.of(MergeGrid.unlocated(read.type()));
        }
        return MergeGrid.around(
                read.type(),
                reachMeters(read.type()),
                read.report().lat(),
                read.report().lon());
    }

    private String bucketOf(OpenIncident incident) {
        ObservedIncident observed = incident.observed();
        if (observed.lat() == null) {
            return MergeGrid.unlocated(observed.type());
        }
        return MergeGrid.bucketOf(observed.type(), reachMeters(observed.type()), observed.lat(), observed.lon());
    }

    private double reachMeters(String code) {
        IncidentType type = IncidentTypes.getOrOther(code);
        return rule.reachMeters(type);
    }
}
