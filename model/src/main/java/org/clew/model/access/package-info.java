/** Who may do what: roles and API keys. */
@NullMarked
package org.clew.model.access;

import org.jspecify.annotations.NullMarked;
