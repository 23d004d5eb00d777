/** Entities as documents, and what a person may call them. */
@NullMarked
package org.clew.api.entity;

import org.jspecify.annotations.NullMarked;
