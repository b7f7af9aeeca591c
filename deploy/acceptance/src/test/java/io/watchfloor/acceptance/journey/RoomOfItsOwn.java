package io.watchfloor.acceptance.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** These journeys start in an empty room: where many have been before, no place is left that is far from all incidents. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RoomOfItsOwn {}
