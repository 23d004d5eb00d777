/** The kinds of entity Clew is about, and their stable ids. */
@NullMarked
package org.clew.model.entity;

import org.jspecify.annotations.NullMarked;
