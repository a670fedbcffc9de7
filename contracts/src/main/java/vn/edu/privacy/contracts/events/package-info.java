/** The data of each event that crosses a service boundary; identifiers and dates only, never personal text. */
@NullMarked
package vn.edu.privacy.contracts.events;

import org.jspecify.annotations.NullMarked;
