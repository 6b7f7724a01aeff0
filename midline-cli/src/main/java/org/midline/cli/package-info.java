/** The {@code midline} command: one class a subcommand, and what they share in the front. */
package org.midline.cli;
