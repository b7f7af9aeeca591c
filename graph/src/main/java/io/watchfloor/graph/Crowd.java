package io.watchfloor.graph;

import io.watchfloor.contract.PersonStatus;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Who is where and in what state. One thread writes, any number read without waiting: what hangs on a node is an array
 * that is replaced and never changed. A person who moves is added to the new node before they leave the old one, so that
 * a reader may meet them twice and never misses them.
 */
final class Crowd {
    private static final Placement[] NOBODY = {};

    private final List<Member> members;
    private final AtomicReferenceArray<Placement[]> byNode;
    private final AtomicReferenceArray<Placement> placements;
    private final AtomicReferenceArray<PersonStatus> statuses;

    Crowd(List<Member> members, int nodes) {
        this.members = members;
        this.byNode = new AtomicReferenceArray<>(nodes);
        this.placements = new AtomicReferenceArray<>(members.size());
        this.statuses = new AtomicReferenceArray<>(members.size());
    }

    int size() {
        return members.size();
    }

    List<Member> members() {
        return members;
    }

    Placement[] at(int node) {
        Placement[] here = byNode.get(node);
        return here == null ? NOBODY : here;
    }

    Placement placement(Member member) {
        return placements.get(member.index());
    }

    /** Null while it is the initial one. */
    PersonStatus status(Member member) {
        return statuses.get(member.index());
    }

    void set(Member member, PersonStatus status) {
        statuses.set(member.index(), status);
    }

    void place(Placement to) {
        Placement from = placements.get(to.member().index());
        if (from != null
                && from.access() != null
                && from.access().node() == to.access().node()) {
            byNode.set(to.access().node(), replaced(at(to.access().node()), to));
        } else {
            if (to.access() != null) {
                byNode.set(to.access().node(), with(at(to.access().node()), to));
            }
            if (from != null && from.access() != null) {
                byNode.set(from.access().node(), without(at(from.access().node()), from));
            }
        }
        placements.set(to.member().index(), to);
    }

    private static Placement[] with(Placement[] here, Placement added) {
        Placement[] next = Arrays.copyOf(here, here.length + 1);
        next[here.length] = added;
        return next;
    }

    private static Placement[] without(Placement[] here, Placement removed) {
        Placement[] next = new Placement[here.length - 1];
        int kept = 0;
        for (Placement placement : here) {
            if (placement.member().index() != removed.member().index()) {
                next[kept++] = placement;
            }
        }
        return next;
    }

    private static Placement[] replaced(Placement[] here, Placement to) {
        Placement[] next = here.clone();
        for (int i = 0; i < next.length; i++) {
            if (next[i].member().index() == to.member().index()) {
                next[i] = to;
            }
        }
        return next;
    }
}
