package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Assignment;
import io.watchfloor.gateway.redis.StreamId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assignments in the picture; they come and leave with their incidents. */
final class Assignments {
    private final Map<String, Upsert<Assignment>> entries = new HashMap<>();
    private final Journal journal;
    private long revision;

    Assignments(Journal journal) {
        this.journal = journal;
    }

    /** Whether it is news. */
    boolean offer(Assignment assignment, StreamId at) {
        boolean news =
                entries.computeIfAbsent(assignment.id(), Upsert::new).offer(assignment, assignment.version(), at);
        if (news) {
            revision++;
            journal.assignment(assignment.id());
        }
        return news;
    }

    void remove(String id, StreamId at) {
        String personId = entries.remove(id).value().personId();
        journal.left(Departed.Kind.ASSIGNMENT, id, personId, at);
    }

    /** Rises with everything that becomes known of one. */
    long revision() {
        return revision;
    }

    boolean contains(String id) {
        return entries.containsKey(id);
    }

    Optional<Upsert<Assignment>> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    Collection<Upsert<Assignment>> all() {
        return entries.values();
    }

    /** Of one person or of all, the newest first. */
    List<Assignment> list(String personId, boolean activeOnly) {
        return entries.values().stream()
                .map(Upsert::value)
                .filter(assignment -> personId == null || personId.equals(assignment.personId()))
                .filter(assignment -> !activeOnly || assignment.state().isActive())
                .sorted(Comparator.comparing(Assignment::offeredAt)
                        .thenComparing(Assignment::id)
                        .reversed())
                .toList();
    }
}
