/** A made-up district for demonstrations and tests: ground, streets, places and people, written as import files. */
package io.watchfloor.drill.district;
