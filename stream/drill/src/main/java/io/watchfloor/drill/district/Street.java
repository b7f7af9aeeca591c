package io.watchfloor.drill.district;

/** A street: its names and how fast one drives on it. */
record Street(String nameZh, String nameEn, Rank rank) {
    /** What a street is for. */
    enum Rank {
        RING(60),
        ARTERIAL(50),
        BRIDGE(50),
        SECONDARY(40),
        LANE(20);

        private final int speedKmh;

        Rank(int speedKmh) {
            this.speedKmh = speedKmh;
        }

        int speedKmh() {
            return speedKmh;
        }
    }
}
