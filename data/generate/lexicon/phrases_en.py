"""English sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "{days} days net|Net {days} days|Net {days}|NET {days}|{days} days|{days} days from date of invoice|{days} "
        "days end of month|Payment within {days} days|{pct}% {days}, net {days} days|{pct}% discount within {days} "
        "days, {days} days net|{days} days E.O.M.|Prepayment|Payment in advance|Cash on delivery|C.O.D.|Due on "
        "receipt|Upon receipt of invoice|Immediate payment|Bank transfer, {days} days|Wire transfer {days} days "
        "after invoice date|{pct}% down payment, balance before shipment|Letter of credit at sight|Credit card|"
        "Direct debit|NET {days} PIA|PIA|As agreed|As per contract|1/{days} net {days}|2% 10 days / net 30|{days} "
        "days after delivery|Within {days} days of receipt of goods and invoice|Standard terms|30% advance, 70% "
        "before delivery|net cash|Paid by {cur} transfer in {days} days|EOM + {days}"
    ),
    "delivery_terms": (
        "Free delivered|Carriage paid|Free of charge to {city}|Ex works|Delivered {city}|Free on truck|Collect|"
        "Prepaid|Prepaid & add|Freight collect|Delivery free of charge|Freight prepaid, F.O.B. {city}|FOB "
        "Destination|FOB Origin|Free Carrier|Carriage forward|Delivered duty paid {city}|DELIVERED AT PLACE|To be "
        "collected by customer|Free house including packaging|Our carrier|By courier|Carriage paid above {cur} "
        "{amt}|Delivery at site {city}|Ground|Best way"
    ),
    "comment": (
        "Delivery in [one;two;three] lots|[Partial;Part] deliveries [not;] accepted|Please deliver all items "
        "together|Items {n} to {n} [are for;belong to] project {ref}|Prices as per your quotation {ref} [of "
        "{date};]|Price list {year} applies|Replacement for item {n}|Call before delivery: {tel}|Subject to "
        "[approval;availability]|Please confirm the delivery date|Deliver to gate {n} between {time} and {time}|"
        "Urgent - production stopped|Previous order: {ref} of {date}|New price from {date}|Material certificate "
        "[3.1;2.2] required|See attached drawing {dwg}|Minimum order quantity {n}|Remaining quantity from order "
        "{ref}|Text item: packing as agreed|Delivery week {week}|*** [sample;free of charge;no substitutes] ***|"
        "Colours assorted|Please quote item number {num} on the label|The goods remain our property|Tooling is "
        "provided by us|See MG {n}.{n}|already confirmed by phone on {date}"
    ),
    "note": (
        "Please send your order confirmation within {days} [days;working days].|Invoices only by e-mail as PDF.|"
        "Deliveries accepted Monday to Friday {time} - {time}.|Please [quote;state] our order number on all "
        "documents.|Goods must be delivered on Euro pallets, max. height {n}0 cm.|If prices differ from those "
        "stated, please contact us before delivery.|The packing slip must show our item numbers.|Any queries: "
        "please call {tel}.|Partial shipments are not allowed without prior agreement.|Please advise immediately "
        "if the delivery date {date} cannot be met.|Budget approved under {ref}.|This order replaces our order "
        "{ref} dated {date}.|Total weight approx. {kg} kg.|Include safety data sheets with the first delivery.|"
        "Best before date at least {n} months after delivery.|Payment will be made within {days} days after "
        "receipt of a correct invoice.|Electromagnetic sensitive|Fragile - handle with care|Forklift available on "
        "site.|Please book a delivery slot at least {n} hours in advance, phone {tel}.|Unloading by crane, truck "
        "max. {n} t.|Contact on site: {tel}|Our VAT rules apply: reverse charge.|Quantity tolerance +/- {pct} %"
    ),
    "header_note": (
        "Please quote our order number on all [documents;correspondence;invoices and delivery notes].|Please "
        "confirm this order [by return;within {days} days].|This order is subject to our general terms of "
        "purchase.|Prices are [fixed;firm] until {date}.|Important: deliveries without order number will be "
        "refused.|Invoice in duplicate to accounts payable.|Delivery required by calendar week {week}.|Your "
        "enquiry of {date}, our reference {ref}|Page totals exclude VAT."
    ),
    "legal": (
        "Goods remain our property until paid in full.|Reverse charge - VAT to be accounted for by the recipient.|"
        "Intra-Community supply exempt from VAT, Art. 138 Directive 2006/112/EC.|Our general terms and conditions "
        "apply, available at our website.|Late payments are subject to interest of {pct}% per month.|Registered "
        "office as above. Registered in England.|Complaints must be made in writing within {days} days of receipt.|"
        "This document was generated electronically and is valid without signature.|E. & O.E.|All disputes are "
        "subject to the courts at our registered office.|We do not accept any terms of the supplier.|We warrant "
        "that the goods meet RoHS and REACH.|Export licence not required. Goods of {land} origin.|VAT exempt "
        "export supply.|This communication is confidential.|The buyer agrees to pay a restocking fee of {pct} %.|"
        "No returns without authorisation.|Liability is limited to the order value of {cur} {amt}."
    ),
    "terms_paragraph": (
        "The Supplier shall deliver the goods on the date and to the place stated in the order.|Time [is;shall be] "
        "of the essence.|The Buyer may [reject;return] goods that do not conform to the order within {days} days "
        "of discovery of the defect.|Unless agreed otherwise in writing, prices are fixed and include packaging, "
        "insurance and delivery.|Title and risk pass to the Buyer upon delivery at the place of destination.|The "
        "Supplier warrants that the goods are free from defects in material and workmanship for a period of {n} "
        "months.|In the event of late delivery the Buyer is entitled to liquidated damages of {pct} % of the order "
        "value per [week;day], up to a maximum of {pct} %.|Invoices shall be issued after delivery and shall show "
        "the order number, the item numbers and the VAT rates.|Payment shall be made within {days} days after "
        "receipt of the invoice, or within {days} days less {pct} % discount.|The Supplier shall not assign or "
        "subcontract the order without the prior written consent of the Buyer.|All drawings, tools and documents "
        "remain the property of the Buyer and shall be returned on request.|The parties shall keep confidential "
        "all information received in connection with the order for {n} years.|The Supplier shall maintain product "
        "liability insurance of not less than {cur} {amt} 000 per event.|Neither party is liable for delay caused "
        "by force majeure, provided that it notifies the other party within {days} days.|This contract is governed "
        "by the law of the Buyer's country; the UN Convention on Contracts for the International Sale of Goods "
        "does not apply.|If any provision is invalid, the remaining provisions stay in force.|Amendments are valid "
        "only in writing.|The Supplier confirms compliance with the minimum wage and anti-corruption rules.|Goods "
        "subject to REACH, RoHS or the WEEE Directive must be marked accordingly.|Deliveries before the agreed "
        "date or in excess of the ordered quantity may be refused at the Supplier's cost.|Acceptance of this order "
        "constitutes acceptance of these terms; conflicting terms of the Supplier are excluded.|The Buyer may "
        "cancel the order in whole or in part at any time before dispatch, section {n}.{n} applies.|Notices shall "
        "be sent to the address stated overleaf, effective {date}.|The place of jurisdiction is the registered "
        "office of the Buyer.|The station will not discriminate in the placement of advertising.|Revision {n} of "
        "these terms is dated {date} and replaces all earlier versions."
    ),
    "greeting": (
        "Dear Sir or Madam,|Dear Sirs,|Dear [supplier;partner;customer;business partner],|Hello,|To whom it may "
        "concern,|Good morning,|Ladies and gentlemen,|Dear all,"
    ),
    "closing": (
        "Yours faithfully,|Yours sincerely,|Kind regards,|Best regards,|Thank you for your business!|With kind "
        "regards|Regards|Thank you for your order.|If you have any questions about this [order;purchase "
        "order;invoice], please contact {tel}|Many thanks"
    ),
    "item_text": (
        "Drawing no. {dwg} rev. {rev}|Dwg {dwg}|Commodity code: {hs}|HS code {hs}|Country of origin: {land}|acc. "
        "to your offer {ref} of {date}|Colour: RAL {ral}|Batch no. {num}|Lot: {ref}|S/N {num}|Delivery week {week}|"
        "Net weight: {kg} kg|Dimensions: {dim} mm|Cost centre {num}|Project: {ref}|with certificate EN 10204-3.1|"
        "Packing unit: {n} pcs|Cut to length {n}00 mm|Including mounting kit|Valid for type {ref}|Position {n} of "
        "contract {ref}|Customer material: {num}|Shelf life min. {n} months|Part of set {ref}|Replaces {num}|"
        "Material: {num}|Storage temperature {n} °C|Including setup, excl. travel|Hazard class {n}, UN {num}|Req. "
        "no. {num}|Period {date} - {date}|Rev.level {rev}|Serial numbers to be listed on the delivery note|Your "
        "reference {ref}|Tariff: {hs} / {land}"
    ),
    "section": (
        "Lot {n}|Group {n}: Accessories|--- Spare parts ---|Section {n} - Electrical|Part A: Material|Building {n}|"
        "Services|Consumables|1. Ground floor|Title {n}: Installation|Options|Non Food|Food products|Delivery {n}|"
        "Project {ref}|Machine {ref}|Department {num}|Phase {n}|For plant {n}|Standard items|Special parts|Frozen "
        "goods|Week {week}"
    ),
    "subject": (
        "Your quotation {ref}|Re: spare parts for machine {ref}|Subject: delivery {week}|Framework agreement {ref}|"
        "Project {ref}|Monthly order {date}"
    ),
    "intro.order": (
        "Please supply the [following items;goods listed below] under the terms stated.|With reference to your "
        "quotation {ref} of {date} we order as follows:|We hereby place the following order:|Enter this order in "
        "accordance with the prices, terms and specifications listed.|Kindly deliver the items below.|Please "
        "accept our order for:"
    ),
    "intro.order_change": (
        "Please change our order {ref} of {date} as follows:|This amendment replaces the items of our order.|"
        "Changed items are marked.|We amend our order as stated below."
    ),
    "intro.order_response": (
        "We thank you for your order, which we confirm as follows:|We confirm receipt of your order and will "
        "deliver:|Thank you for your order of {date}.|Your order has been entered as follows:|We are pleased to "
        "confirm:"
    ),
    "intro.quotation": (
        "We are pleased to offer you as follows:|Thank you for your enquiry of {date}. We quote:|With reference to "
        "your enquiry {ref} we offer without obligation:|Please find our best offer below."
    ),
    "intro.invoice": (
        "We invoice you for the following goods and services:|For deliveries and services we charge:|Please find "
        "below our charges for the goods delivered.|Services rendered in the period {date} - {date}:"
    ),
    "intro.credit_note": (
        "We credit you the following items:|With reference to invoice {ref} of {date} we credit:|Credit for "
        "returned goods:|Correction of invoice {ref}:"
    ),
}
