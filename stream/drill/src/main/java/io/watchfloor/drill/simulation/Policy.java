package io.watchfloor.drill.simulation;

/** Who is sent where, and when. Told of what happens, it calls {@link Day#send} and {@link Day#recall}. */
interface Policy {
    /** The day begins. */
    default void begin(Day day) {}

    /** An incident is reported. */
    void reported(Job job);

    /** Somebody turned out not to be able to do the work, and has left again. */
    void shortOf(Job job, Worker worker);

    /** People are free again. */
    void freed();
}
