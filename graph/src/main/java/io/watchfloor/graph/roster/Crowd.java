package io.watchfloor.graph.roster;

import io.watchfloor.contract.PersonStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Who is where and in what state. One thread writes, any number read without waiting: what hangs on a node is replaced
 * and never changed. A person who moves is added to the new node before they leave the old one, so that a reader may
 * meet them twice and never misses them.
 */
public final class Crowd {
    private final List<Member> members;
    private final AtomicReferenceArray<Bystanders> byNode;
    private final AtomicReferenceArray<Placement> placements;
    private final AtomicReferenceArray<PersonStatus> statuses;
    private final AtomicReferenceArray<Workload> workloads;

    Crowd(List<Member> members, int nodes) {
        this.members = members;
        this.byNode = new AtomicReferenceArray<>(nodes);
        this.placements = new AtomicReferenceArray<>(members.size());
        this.statuses = new AtomicReferenceArray<>(members.size());
        this.workloads = new AtomicReferenceArray<>(members.size());
    }

    public int size() {
        return members.size();
    }

    public List<Member> members() {
        return members;
    }

    public Bystanders at(int node) {
        Bystanders here = byNode.get(node);
        return here == null ? Bystanders.NOBODY : here;
    }

    public Placement placement(Member member) {
        return placements.get(member.index());
    }

    /** Null while it is the initial one. */
    public PersonStatus status(Member member) {
        return statuses.get(member.index());
    }

    Workload workload(Member member) {
        Workload known = workloads.get(member.index());
        return known == null ? Workload.NOTHING : known;
    }

    void set(Member member, Workload workload) {
        workloads.set(member.index(), workload);
    }

    void set(Member member, PersonStatus status) {
        statuses.set(member.index(), status);
    }

    void place(Placement to) {
        Placement from = placements.get(to.member().index());
        if (to.node() != Placement.NO_NODE) {
            byNode.set(to.node(), at(to.node()).with(to));
        }
        if (from != null && from.node() != to.node() && from.node() != Placement.NO_NODE) {
            byNode.set(from.node(), at(from.node()).without(from.member()));
        }
        placements.set(to.member().index(), to);
    }
}
