/** Recording decisions, carrying out instructed withdrawals, and keeping records true to the facts. */
@NullMarked
package vn.edu.privacy.consent.consent.application;

import org.jspecify.annotations.NullMarked;
