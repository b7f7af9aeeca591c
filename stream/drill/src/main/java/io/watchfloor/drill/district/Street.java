package io.watchfloor.drill.district;

/** A street: its names and how fast one drives on it. */
record Street(String nameZh, String nameEn, Rank rank) {
    /** What a street is for. */
    enum Rank {
        RING(60, 40),
        ARTERIAL(50, 25),
        BRIDGE(50, 20),
        SECONDARY(40, 30),
        LANE(20, 20);

        private final int speedKmh;
        private final int rushHourKmh;

        Rank(int speedKmh, int rushHourKmh) {
            this.speedKmh = speedKmh;
            this.rushHourKmh = rushHourKmh;
        }

        int speedKmh() {
            return speedKmh;
        }

        int rushHourKmh() {
            return rushHourKmh;
        }
    }
}
