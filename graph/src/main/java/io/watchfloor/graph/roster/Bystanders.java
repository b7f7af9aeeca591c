package io.watchfloor.graph.roster;

import java.util.Arrays;

/**
 * The people at one road node. Never changed: who comes or goes makes another. What they hold together and how far the
 * farthest of them is from the road is known in advance, so that a crowd of which nobody is needed costs one look.
 */
public final class Bystanders {
    static final Bystanders NOBODY = new Bystanders(new Placement[0]);

    private final Placement[] people;
    private final long skillBits;
    private final int mostAccessMillis;

    private Bystanders(Placement[] people) {
        this.people = people;
        long bits = 0;
        int most = 0;
        for (Placement placement : people) {
            bits |= placement.member().skillBits();
            most = Math.max(most, placement.accessMillis());
        }
        this.skillBits = bits;
        this.mostAccessMillis = most;
    }

    public int size() {
        return people.length;
    }

    public Placement get(int index) {
        return people[index];
    }

    /** Whether anybody may hold one of these skills. */
    public boolean mayHold(long wanted) {
        return (skillBits & wanted) != 0;
    }

    public int mostAccessMillis() {
        return mostAccessMillis;
    }

    /** With this placement instead of whichever the person had here. */
    Bystanders with(Placement placement) {
        int index = indexOf(placement.member());
        Placement[] next = index < 0 ? Arrays.copyOf(people, people.length + 1) : people.clone();
        next[index < 0 ? people.length : index] = placement;
        return new Bystanders(next);
    }

    Bystanders without(Member member) {
        int index = indexOf(member);
        if (index < 0) {
            return this;
        }
        Placement[] next = new Placement[people.length - 1];
        System.arraycopy(people, 0, next, 0, index);
        System.arraycopy(people, index + 1, next, index, next.length - index);
        return new Bystanders(next);
    }

    private int indexOf(Member member) {
        for (int i = 0; i < people.length; i++) {
            if (people[i].member().index() == member.index()) {
                return i;
            }
        }
        return -1;
    }
}
