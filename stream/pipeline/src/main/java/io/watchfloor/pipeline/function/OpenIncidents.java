package io.watchfloor.pipeline.function;

import io.watchfloor.pipeline.rule.MergeGrid;
import io.watchfloor.pipeline.rule.MergeRule;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.Reach;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.Retention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
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
 * <p>What has changed is written before each checkpoint, see {@link #write}; until then it is held here.
 *
 * <p>What is found depends on the incidents that can still get reports alone, never on whether the others have been
 * purged yet.
 */
final class OpenIncidents {
    /** Of one bucket the most recently touched are found; a crowd of more in 300 m is not told apart anyway. */
    private static final int MOST_PER_BUCKET = 64;

    private static final int CACHED_INCIDENTS = 10_000;
    private static final int CACHED_BUCKETS = 60_000;
    private static final Comparator<Held> OLDEST_FIRST = Comparator.comparingLong(
                    (Held held) -> held.incident().touchedMillis())
            .thenComparing(Held::id);

    private final MergeRule rule;
    private final MapState<String, OpenIncident> incidents;
    private final MapState<Long, List<String>> buckets;
    private final IncidentCache<String, Held> knownIncidents = new IncidentCache<>(CACHED_INCIDENTS, Held::drop);
    private final KnownBuckets knownBuckets = new KnownBuckets(CACHED_BUCKETS);
    private final UnwrittenIncidents unwritten = new UnwrittenIncidents();
    private String region;
    private long lookUps;

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
    List<Held> near(ReadReport read, int[] bands, long clockMillis) throws Exception {
        lookUps++;
        List<Held> found = new ArrayList<>();
        Reach reach = new Reach(read);
        if (read.isLocated()) {
            for (long bucket : MergeGrid.around(rule.reachMeters(read), read.lat(), read.lon())) {
                for (Held held : in(bucket)) {
                    if (held.liesIn(bucket) && held.isOpen(clockMillis) && !reach.excludes(held)) {
                        add(held, found);
                    }
                }
            }
        }
        for (long bucket : Buckets.byName(read, bands)) {
            for (Held held : in(bucket)) {
                if (held.isOpen(clockMillis) && !reach.excludes(held) && held.isIn(bucket)) {
                    add(held, found);
                }
            }
        }
        return found;
    }

    private void add(Held held, List<Held> found) {
        if (!held.isFoundBy(lookUps)) {
            held.findBy(lookUps);
            found.add(held);
        }
    }

    /** The incident, unless it can get no more reports. */
    Optional<OpenIncident> find(String id, long clockMillis) throws Exception {
        Held held = get(id);
        return held.isOpen(clockMillis) ? Optional.of(held.incident()) : Optional.empty();
    }

    /** Keeps an incident; before is what it was, null when it is new here. */
    void put(OpenIncident before, OpenIncident after, long clockMillis) throws Exception {
        unwritten.put(region, after);
        hold(after);
        if (before != null && Buckets.areShared(before, after)) {
            return;
        }
        Set<Long> to = Buckets.of(after);
        Set<Long> from = before == null ? Set.of() : Buckets.of(before);
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

    /** Writes what has changed in this region. */
    void write() throws Exception {
        for (OpenIncident incident : unwritten.take(region)) {
            incidents.put(incident.id(), incident);
        }
    }

    /** Those whose incidents are not all written. */
    Set<String> unwrittenRegions() {
        return unwritten.regions();
    }

    /** How many incidents of all regions are not written. */
    int unwrittenCount() {
        return unwritten.count();
    }

    /** Drops all that can get no more reports. */
    void purge(long clockMillis) throws Exception {
        Set<String> gone = new HashSet<>();
        for (OpenIncident incident : unwritten.remove(region, known -> Retention.isOver(known, clockMillis))) {
            gone.add(incident.id());
        }
        Iterator<Map.Entry<String, OpenIncident>> entries = incidents.iterator();
        while (entries.hasNext()) {
            OpenIncident incident = entries.next().getValue();
            boolean isOver = Retention.isOver(incident, clockMillis) && unwritten.find(region, incident.id()) == null;
            if (isOver || gone.contains(incident.id())) {
                gone.add(incident.id());
                entries.remove();
            }
        }
        gone.forEach(this::drop);
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
                knownBuckets.forget(region, entry.getKey());
                if (left.isEmpty()) {
                    entries.remove();
                } else {
                    entry.setValue(new ArrayList<>(left));
                }
            }
        }
    }

    boolean isEmpty() throws Exception {
        return unwritten.isEmpty(region) && incidents.isEmpty();
    }

    void clear() {
        unwritten.take(region);
        incidents.clear();
        buckets.clear();
        knownIncidents.entrySet().removeIf(known -> {
            boolean here = known.getKey().region().equals(region);
            if (here) {
                known.getValue().drop();
            }
            return here;
        });
        knownBuckets.forgetAll(region);
    }

    /** Rewrites one bucket without the incident or with it, and without what is over. */
    private void rewrite(long bucket, String id, OpenIncident added, long clockMillis) throws Exception {
        List<Held> kept = new ArrayList<>();
        for (Held other : in(bucket)) {
            if (!other.id().equals(id) && other.isOpen(clockMillis) && other.isIn(bucket)) {
                kept.add(other);
            }
        }
        if (added != null) {
            kept.add(get(id));
        }
        if (kept.size() > MOST_PER_BUCKET) {
            kept.remove(kept.stream().min(OLDEST_FIRST).orElseThrow());
        }
        if (kept.isEmpty()) {
            buckets.remove(bucket);
        } else {
            buckets.put(bucket, new ArrayList<>(kept.stream().map(Held::id).toList()));
        }
        knownBuckets.put(region, bucket, kept);
    }

    private Held get(String id) throws Exception {
        IncidentCache.Key<String> key = new IncidentCache.Key<>(region, id);
        Held known = knownIncidents.get(key);
        if (known == null) {
            OpenIncident changed = unwritten.find(region, id);
            known = new Held(id, changed != null ? changed : incidents.get(id));
            knownIncidents.put(key, known);
        }
        return known;
    }

    private void hold(OpenIncident incident) {
        IncidentCache.Key<String> key = new IncidentCache.Key<>(region, incident.id());
        Held known = knownIncidents.get(key);
        if (known == null) {
            knownIncidents.put(key, new Held(incident.id(), incident));
        } else {
            known.set(incident);
        }
    }

    private void drop(String id) {
        Held known = knownIncidents.remove(new IncidentCache.Key<>(region, id));
        if (known != null) {
            known.drop();
        }
    }

    /** What the bucket holds, all of it in memory. */
    private List<Held> in(long bucket) throws Exception {
        List<Held> known = knownBuckets.find(region, bucket);
        if (known == null) {
            known = new ArrayList<>();
            List<String> stored = buckets.get(bucket);
            for (String id : stored == null ? List.<String>of() : stored) {
                known.add(get(id));
            }
            knownBuckets.put(region, bucket, known);
        }
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).isDropped()) {
                known.set(i, get(known.get(i).id()));
            }
        }
        return known;
    }
}
