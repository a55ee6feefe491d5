"""Invented articles that copy one another: a lighthouse is to be sold, a bakery wins a prize."""

from __future__ import annotations

LIGHTHOUSE = """\
The lighthouse on Carrow Point will be sold at auction in June, the coastal trust that looks after it decided on \
Tuesday after a meeting of four hours.

Repairs to the lantern room alone would cost two million crowns, more than the trust takes in over three summers, and \
the harbour authority has refused twice to share the bill.

The tower has not guided a ship since radar buoys were laid across the sound, but its red stripe appears on the arms \
of the town, on the labels of its brewery and on every school jersey.

“I have painted that stripe eleven times with my own hands and I would gladly paint it once more for nothing,” said \
Dorrit Kasel, who was its last keeper.

Bidders must promise to keep the gallery open on Sundays and may not build within ninety metres of the cliff, \
according to a draft of the terms that hung in the town hall this week.
"""

BAKERY = """\
A bakery in the village of Sallow Green has won the prize for the best rye loaf in the province for the third year \
running, beating ninety rivals from larger towns.

The jury of five millers tasted every loaf twice, once warm and once after two days in a cupboard, and praised a crust \
that cracked like thin ice while the crumb stayed moist.

Owner Petrus Vane bakes only four hundred loaves a night in an oven that his grandmother built from bricks of a fallen \
chimney, and he has turned down two offers from a chain of supermarkets.

“People drive an hour for it, so why would I put it in a lorry and drive it to them instead,” he asked while sweeping \
flour from the doorstep.
"""

SWAPPED = (
    LIGHTHOUSE.replace("sold at auction", "put up for auction")
    .replace("decided", "agreed")
    .replace("alone would cost", "alone will swallow")
    .replace("harbour authority", "port authority")
    .replace("radar buoys", "radio buoys")
    .replace("every school jersey", "all school shirts")
    .replace("hung in", "was shown in")
)
"""The same article with a few words exchanged."""

REORDERED = "\n\n".join(reversed(LIGHTHOUSE.strip().split("\n\n")))
LIFTED = LIGHTHOUSE.split("\n\n")[1]
"""One paragraph, 31 words."""
LONGER = "\n\n".join((*BAKERY.strip().split("\n\n")[:2], LIFTED, *BAKERY.strip().split("\n\n")[2:]))
"""Another article, with that paragraph."""
NOTICE = "© 2031 Carrow Tidings. All rights reserved. This material may not be published, broadcast or rewritten here."
