package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.MergeGrid;
import io.watchfloor.pipeline.rule.MergeRule;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.Retention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A region's open incidents, each an entry of its own, and small lists of their ids by {@link MergeGrid} bucket: by
 * place, address, named place and, where there is none of these, by words. One report rewrites one incident, and a bucket
 * only when an incident enters or leaves it.
 *
 * <p>What is found depends on the incidents that can still get reports alone, never on whether the others have been
 * purged yet.
 */
final class OpenIncidents {
    /** Of one bucket the most recently touched are found; a crowd of more in 300 m is not told apart anyway. */
    private static final int MOST_PER_BUCKET = 64;

    private static final int CACHED_INCIDENTS = 10_000;
    private static final int CACHED_BUCKETS = 60_000;
    private static final Comparator<OpenIncident> OLDEST_FIRST =
            Comparator.comparingLong(OpenIncident::touchedMillis).thenComparing(OpenIncident::id);

    private final MergeRule rule;
    private final MapState<String, OpenIncident> incidents;
    private final MapState<Long, List<String>> buckets;
    private final IncidentCache<String, Optional<OpenIncident>> knownIncidents = new IncidentCache<>(CACHED_INCIDENTS);
    private final IncidentCache<Long, List<String>> knownBuckets = new IncidentCache<>(CACHED_BUCKETS);
    private String region;

    OpenIncidents(RuntimeContext context, MergeRule rule) {
        this.rule = rule;
        this.incidents = context.getMapState(
                new MapStateDescriptor<>("open", Types.STRING, TypeInformation.of(OpenIncident.class)));
        this.buckets = context.getMapState(new MapStateDescriptor<>("buckets", Types.LONG, Types.LIST(Types.STRING)));
    }

    /** Turns to a region; the operator's key must be the same. */
    void turnTo(String regionNow) {
        region = regionNow;
    }

    /** Those that may be meant and can still get reports. */
    Collection<OpenIncident> near(ReadReport read, int[] bands, long clockMillis) throws Exception {
        Map<String, OpenIncident> found = new LinkedHashMap<>();
        for (long bucket : bucketsAround(read, bands)) {
            for (String id : in(bucket)) {
                if (!found.containsKey(id)) {
                    OpenIncident incident = find(id, clockMillis).orElse(null);
                    if (incident != null && isIn(bucket, incident)) {
                        found.put(id, incident);
                    }
                }
            }
        }
        return found.values();
    }

    /** The incident, unless it can get no more reports. */
    Optional<OpenIncident> find(String id, long clockMillis) throws Exception {
        return get(id).filter(incident -> !Retention.isOver(incident, clockMillis));
    }

    /** Keeps an incident; before is what it was, null when it is new here. */
    void put(OpenIncident before, OpenIncident after, long clockMillis) throws Exception {
        incidents.put(after.id(), after);
        knownIncidents.put(new IncidentCache.Key<>(region, after.id()), Optional.of(after));
        Set<Long> to = bucketsOf(after);
        Set<Long> from = before == null ? Set.of() : bucketsOf(before);
        for (long bucket : from) {
            if (!to.contains(bucket)) {
                rewrite(bucket, after.id(), null, clockMillis);
            }
        }
        for (long bucket : to) {
            if (!from.contains(bucket)) {
                rewrite(bucket, after.id(), after, clockMillis);
            }
        }
    }

    /** Drops all that can get no more reports. */
    void purge(long clockMillis) throws Exception {
        Set<String> gone = new HashSet<>();
        Iterator<Map.Entry<String, OpenIncident>> entries = incidents.iterator();
        while (entries.hasNext()) {
            OpenIncident incident = entries.next().getValue();
            if (Retention.isOver(incident, clockMillis)) {
                gone.add(incident.id());
                entries.remove();
                knownIncidents.remove(new IncidentCache.Key<>(region, incident.id()));
            }
        }
        if (!gone.isEmpty()) {
            purgeBuckets(gone);
        }
    }

    private void purgeBuckets(Set<String> gone) throws Exception {
        Iterator<Map.Entry<Long, List<String>>> entries = buckets.iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, List<String>> entry = entries.next();
            List<String> left =
                    entry.getValue().stream().filter(id -> !gone.contains(id)).toList();
            if (left.size() < entry.getValue().size()) {
                knownBuckets.remove(new IncidentCache.Key<>(region, entry.getKey()));
                if (left.isEmpty()) {
                    entries.remove();
                } else {
                    entry.setValue(new ArrayList<>(left));
                }
            }
        }
    }

    boolean isEmpty() throws Exception {
        return incidents.isEmpty();
    }

    void clear() {
        incidents.clear();
        buckets.clear();
        knownIncidents.keySet().removeIf(key -> key.region().equals(region));
        knownBuckets.keySet().removeIf(key -> key.region().equals(region));
    }

    /** Rewrites one bucket without the incident or with it, and without what is over. */
    private void rewrite(long bucket, String id, OpenIncident added, long clockMillis) throws Exception {
        List<OpenIncident> kept = new ArrayList<>();
        for (String other : in(bucket)) {
            if (!other.equals(id)) {
                find(other, clockMillis)
                        .filter(incident -> isIn(bucket, incident))
                        .ifPresent(kept::add);
            }
        }
        if (added != null) {
            kept.add(added);
        }
        if (kept.size() > MOST_PER_BUCKET) {
            kept.remove(kept.stream().min(OLDEST_FIRST).orElseThrow());
        }
        List<String> ids = new ArrayList<>(kept.stream().map(OpenIncident::id).toList());
        if (ids.isEmpty()) {
            buckets.remove(bucket);
        } else {
            buckets.put(bucket, ids);
        }
        knownBuckets.put(new IncidentCache.Key<>(region, bucket), ids);
    }

    private Optional<OpenIncident> get(String id) throws Exception {
        IncidentCache.Key<String> key = new IncidentCache.Key<>(region, id);
        Optional<OpenIncident> known = knownIncidents.get(key);
        if (known == null) {
            known = Optional.ofNullable(incidents.get(id));
            knownIncidents.put(key, known);
        }
        return known;
    }

    private List<String> in(long bucket) throws Exception {
        IncidentCache.Key<Long> key = new IncidentCache.Key<>(region, bucket);
        List<String> known = knownBuckets.get(key);
        if (known == null) {
            List<String> stored = buckets.get(bucket);
            known = stored == null ? List.of() : stored;
            knownBuckets.put(key, known);
        }
        return known;
    }

    private Set<Long> bucketsAround(ReadReport read, int[] bands) {
        Set<Long> around = new LinkedHashSet<>();
        if (read.isLocated()) {
            around.addAll(MergeGrid.around(rule.reachMeters(read), read.lat(), read.lon()));
        }
        if (read.address() != null) {
            around.add(MergeGrid.address(read.address()));
        }
        if (read.placeId() != null) {
            around.add(MergeGrid.place(read.placeId()));
        }
        addBands(around, bands);
        return around;
    }

    private static Set<Long> bucketsOf(OpenIncident incident) {
        Set<Long> own = new LinkedHashSet<>();
        if (incident.isLocated()) {
            own.add(MergeGrid.bucketOf(
                    incident.observed().lat(), incident.observed().lon()));
        }
        if (incident.observed().address() != null) {
            own.add(MergeGrid.address(incident.observed().address()));
        }
        incident.placeIds().forEach(placeId -> own.add(MergeGrid.place(placeId)));
        addBands(own, incident.bands());
        return own;
    }

    /** Most are found by place, which is told without listing the others. */
    private static boolean isIn(long bucket, OpenIncident incident) {
        return (incident.isLocated()
                        && MergeGrid.bucketOf(
                                        incident.observed().lat(),
                                        incident.observed().lon())
                                == bucket)
                || bucketsOf(incident).contains(bucket);
    }

    private static void addBands(Set<Long> buckets, int[] bands) {
        for (int i = 0; i < bands.length; i++) {
            buckets.add(MergeGrid.words(i, bands[i]));
        }
    }
}
