"""English captions."""

WORDS: dict[str, str] = {
    "order_number": "[Order;Purchase order;Purchase Order;PO;P.O.;P/O;Purch. order] [No.;No;Number;#;Nr.;Num.;ID;no.]|"
    "PO|P.O.|Order|Purchase Order|Order ref.|Order reference|PO Ref|PO Reference|Order No / Ref|Order code|"
    "Purchase order id|PO_Number|Order_ID|PURCHASE ORDER ID|Document No.|Doc. No.|Order Nbr|PO Nbr.|Purch.Doc.",
    "order_number@buyer": "[Our;] order [no.;number]|Our PO|Our reference / Order no.|Number|No.|Document number|"
    "Release No.|PO number/date|Internal order no.|Order number/Date",
    "order_number@seller": "Your [order;PO;purchase order] [no.;number;#;No.;ref.;]|Customer [PO;order;P.O.;"
    "Order] [No.;Number;#;no.;Ref;]|Cust. PO|Cust. order no.|Your order reference|Buyer's order no.|Client PO|"
    "Customer Reference|Your reference|Customer's Order|External Document No.|Ext. Doc. No.|Your Ref.|Purchase no.|"
    "Ordered under|Re your order|PO# / Ref|Customer order ref|Buyer Order ID",
    "order_date": "Order date|Date of order|PO date|P.O. Date|Order Date|Date|Ordered on|Dated|Date ordered|"
    "Purchase order date|Document date|Doc. date|Issue date|Date of issue|Issued|Order dt.|Date (dd/mm/yyyy)|Created|"
    "Creation date|Order placed|PO issue date|ORDER_DATE",
    "order_date@seller": "Your order date|Your order of|Customer PO date|Your order dated",
    "invoice_number": "Invoice [No.;No;Number;#;no.;ID;Nr.]|Inv. No.|Inv #|Inv. Nbr|Invoice|Tax invoice no.|Bill no.|"
    "Document No.|Number|Invoice ref.|Doc. No.|INVOICE_ID|Our invoice no.|Invoice / Credit Note No.",
    "invoice_date": "Invoice date|Date of invoice|Inv. date|Date|Issue date|Date of issue|Tax point|"
    "Invoice Date / Tax Point|Date/Tax Point|Document date|Posting date|Invoiced on|Dated|Billing date|Inv Dt",
    "due_date": "Due date|Payment due|Date due|Due|Payable by|Pay by|Due on|Payment due date|Payment date|Due Dt.|"
    "Please pay by|To be paid by|Maturity date|Payment deadline|Net due",
    "contract_number": "[Contract;Framework contract;Blanket order;Agreement;Frame contract] [No.;no.;number;#]|"
    "Contract|Contract ref.|Outline agreement|Framework agreement|Blanket PO|BPO No.|Master agreement|Contract ID|"
    "Agreement ref|Call-off contract|Outl. agreement|Contract reference|Blanket Order ID|Contract/Item",
    "requested_delivery_date": "[Requested;Required;Req.;Desired;Wanted;] [delivery date;Delivery Date;ship date]|"
    "Deliver by|Delivery date|Due date|Date required|Required by|Required date|Needed by|Need-by date|Need by|"
    "Required delivery|Delivery required by|Delivery due|Deliver on|Promised date|Delivery|Delivery no later than|"
    "Dock date|Expected delivery|Expected on|Expected arrival|Receipt date|Requested receipt date|Delivery deadline|"
    "Latest delivery date|Due in|Delivery week|Delivery Period|Requested_Delivery_Date|Arrival date|ETA|"
    "Goods needed by",
    "currency": "Currency|Curr.|Cur.|Currency code|Order currency|Document currency|Ccy|Invoice currency|CURRENCY|"
    "All prices in|Prices in|Amounts in|Curr|Values expressed in",
    "payment_terms": "Payment terms|Terms of payment|Payment|Terms|Payment conditions|Pmt. terms|Payt terms|"
    "Terms of Payment|Payment term|Conditions of payment|Pay. terms|Payment terms code|Settlement terms|Credit terms|"
    "Trm. of Paymt|Invoice terms",
    "delivery_terms": "Delivery terms|Terms of delivery|Delivery conditions|Incoterms|Incoterm|Shipping terms|"
    "Freight terms|F.O.B.|FOB|FOB point|Terms of Delivery|Delivery|Shipment terms|Trade terms|Incoterms 2020|"
    "Incoterms® 2020|Inco terms|Delivery basis|Del. terms|Delivery_Terms|Shipment method|Freight|Cond. of delivery",
    "buyer.name": "Buyer|Company|Customer|Purchaser|Company name|Name|Buyer name|Customer name|Client|Account name|"
    "Ordering party|Legal name|Trading Name",
    "buyer.vat_id": "VAT [No.;no.;number;ID;Reg. No.;registration number;reg no;Id. No.;#]|VAT|VAT reg.|EU VAT ID|"
    "Tax ID|VATIN|VAT identification number|TAX ID|VAT-ID-No.|V.A.T. No.",
    "buyer.vat_id@buyer": "Our VAT [no.;number;ID]|Buyer VAT ID|Purchaser VAT No.",
    "buyer.vat_id@seller": "Your VAT [no.;number;ID;Reg. No.]|Customer VAT [No.;ID;number]|Buyer VAT ID|"
    "Client VAT no.|Cust. VAT reg. no.|Ship-to VAT no.",
    "buyer.address": "Address|Buyer address|Customer address|Street|Registered office|Registered address|Head office",
    "buyer.email": "E-mail|Email|e-mail|Mail|E-Mail|Email address|E-mail address|Contact e-mail|Buyer e-mail|"
    "Electronic address|Send confirmation to",
    "buyer.customer_number": "Customer [No.;number;no.;#;ID;code;account]|Cust. [no.;No.;ID;#;code]|Account [No.;"
    "number;#;code;ID]|Client [no.;number;ID;code]|Acct. No.|A/C No.|Customer|Cust #|Debtor no.|Customer account no.|"
    "Sold-to No.|Customer_ID",
    "buyer.customer_number@buyer": "Our [customer;account;client;acct.] [no.;number;no]|Our acct. no. with you|"
    "Our customer number at your company|Our a/c with you|Our account|Our account no. with vendor|Buyer's account no.",
    "buyer.customer_number@seller": "Your [customer;account;client] [no.;number;ID]|Your account|Bill-to Customer No.|"
    "Sell-to Customer No.|Sold-to party|Sold to no.|Payer no.",
    "buyer.gln": "GLN|GLN no.|GLN number|Buyer GLN|ILN|EAN location no.|Global location number|GLN (buyer)|EDI code|"
    "ILN no.|GLN code|Global ID_GLN",
    "seller.name": "Vendor|Supplier|Seller|Vendor name|Supplier name|Company|Company name|Name|Sold by",
    "seller.vat_id": "VAT [No.;no.;number;ID;Reg. No.;registration number;reg no]|VAT|Tax ID|EU VAT ID|Seller VAT ID|"
    "Supplier VAT [No.;number;ID]|Vendor VAT no.|VAT reg.|VAT identification number|TAX ID",
    "seller.vat_id@buyer": "Your VAT [no.;number;ID;Reg. No.]|Vendor VAT ID|Supplier's VAT no.",
    "seller.vat_id@seller": "Our VAT [no.;number;ID]|VAT Registration No.|VAT Reg No",
    "seller.address": "Address|Vendor address|Supplier address|Seller address|Registered office|Supplier location",
    "ship_to.name": "Ship to|Deliver to|Delivery name|Consignee|Recipient|Ship-to party|Receiver|Delivery location|"
    "Site|Store|Delivery point|Ship-to name|Location",
    "ship_to.address": "Delivery address|Ship-to address|Shipping address|Address|Place of delivery|Delivery place|"
    "Ship to location|Destination|Unloading point|Delivery location|Site address",
    "ship_to.gln": "[Ship-to;Delivery;Deliver to;Consignee;Store;Delivery point;] [GLN;ILN;GLN no.]|"
    "GLN delivery address|EAN delivery place|Delivery location GLN|GLN (ship-to)",
    "bill_to.name": "Bill to|Invoice to|Invoicee|Payer|Bill-to party|Invoice recipient|Charge to|Billing name",
    "bill_to.address": "Billing address|Invoice address|Bill-to address|Address for invoices|Send invoice to|"
    "Mail invoice to|Invoicing address",
    "total_net": "[Total;Net total;Total net;Subtotal;Sub-total;Net amount;Net value;Net] [;(excl. VAT);excl. VAT;"
    "ex VAT;excl. tax;before tax]|Total without VAT|Total excl.|Total net amount|Total value|Order value|"
    "Net order value|Total net value excl. tax|Goods total|Goods value|Total amount excluding VAT|Total taxable|"
    "Untaxed amount|Total goods|Sum net|Total Amount Without VAT|Total order value|Net goods value|Taxable amount|"
    "Value of goods",
    "total_tax": "[VAT;Tax;Sales tax;Total VAT;Total tax;VAT amount;Tax amount]|VAT total|Tax total|V.A.T.|Sales Tax|"
    "Value added tax|GST|Taxes|Plus VAT|+ VAT|Total taxes|VAT payable|Amount of VAT|Output tax|Est. tax",
    "total_gross": "[Total;Grand total;Gross total;Total amount;Total gross;Order total;Gross amount] [;incl. VAT;"
    "(incl. VAT);inc VAT;incl. tax]|TOTAL|Total due|Total order|Invoice total|Grand Total|Final amount|Amount payable|"
    "Total to pay|Total incl.|Total including VAT|Overall total|Final total|Balance due|Net Amount Due|PO total|"
    "Total PO amount|Total value incl. tax|Total Price|Sum total|Gross Total|End total|Total (gross)",
    "line.line_no": "Pos|Pos.|Item|Line|No.|No|#|Ln|Line no.|Line #|Item no.|Position|Itm|L/N|Row|Seq|Sr. No.|S/N|Ln.|"
    "PO line|Nr|Line No|Item/Line|Lp",
    "line.buyer_article_no": "[Buyer's;Buyer;Customer;Customer's;Cust.;Client] [item no.;part no.;article no.;"
    "material;item;part number;P/N;code]|Buyer code|BY_ID|Customer SKU|Buyer's item ID|Cust. Part #|"
    "Customer reference|Buyer P/N",
    "line.buyer_article_no@buyer": "Item|Item [No.;number;#;code;ID]|Part [No.;number;#;Nbr]|Article [No.;no.;number]|"
    "Material|Material no.|Material number|Mat. no.|Our [item no.;part no.;article no.;P/N;code;ref.;material no.]|"
    "SKU|Product|Product [code;no.;ID;#]|Art. No.|P/N|Code|Stock code|Stock no.|Internal part no.|Internal code|Ref.|"
    "Catalog no.|Part|Item ID|Article|Product reference|Item / Revision|Internal reference",
    "line.buyer_article_no@seller": "Your [item no.;part no.;article no.;P/N;code;ref.;material no.;material]|"
    "Your reference|Your part|Cross-reference no.|Customer mat. no.",
    "line.supplier_article_no": "[Supplier;Supplier's;Vendor;Vendor's;Suppl.;Seller;Mfr.;Manufacturer] [item no.;"
    "part no.;article no.;P/N;code;item;part number;ref.;material no.]|SE_ID|Vendor SKU|Manufacturer part number|MPN|"
    "Supplier part #|Vend. Item No.|Vendor Mat. No.|Mfr Part No|Supplier's ref.|Vendor product code|Supplier code",
    "line.supplier_article_no@buyer": "Your [item no.;part no.;article no.;P/N;code;ref.;material no.;material;item]|"
    "Your art.-no.|Your material number",
    "line.supplier_article_no@seller": "Item|Item [No.;number;#;code;ID]|Part [No.;number;#]|Article [No.;no.;number]|"
    "Material|SKU|Product|Product [code;no.;ID]|Art. No.|P/N|Code|Our [item no.;part no.;ref.;code]|Stock code|"
    "Catalogue no.|Cat. no.|Ref.|Model|Reference|Article",
    "line.gtin": "GTIN|EAN|EAN code|EAN/GTIN|Barcode|UPC|EAN-13|EAN No.|GTIN/EAN|UPC code|Bar code|EAN 13|ISBN|"
    "Global trade item no.|GTIN-13|UPC/EAN",
    "line.description": "Description|Item description|Product description|Description of goods|Article|Product|"
    "Designation|Item|Goods|Material description|Details|Name|Product name|Particulars|Desc.|Short text|Specification|"
    "Article description|Item name|Text|Service|Goods/services|Product / Service|Item & Description|"
    "Description / Spec.",
    "line.quantity": "Quantity|Qty|Qty.|QTY|Q'ty|Ordered|Order qty|Qty ordered|Order quantity|Quantity ordered|"
    "Ord. Qty|Amount|Qnty|Quant.|Units|No. of units|Qty Ord|Pieces|Pcs|Hours|Req. Qty|Total Qty|QTY.|Count",
    "line.unit": "Unit|UoM|U/M|UM|UOM|Unit of measure|Units|U.M.|Un.|Unit of meas.|Meas.|Measure|Qty unit|Order unit|"
    "Unit code|Ut.|OUn",
    "line.unit_price": "Unit price|Price|Price/unit|Price per unit|Unit cost|Net price|Price each|Each|"
    "Unit Price [excl. VAT;net;(net);;EUR;USD;GBP]|U/Price|U. price|Rate|Cost|Direct Unit Cost|Unit net price|"
    "Price ex VAT|Item price|Gross price|List price|Net unit price|Price per piece|Unit Rate|Single price|UNIT $|@|"
    "Price ea.",
    "line.price_base_quantity": "Per|Price per|Price unit|PU|Price base|Price basis|Per qty|Price base qty|Pr. unit|/|"
    "Price unit qty|Per unit(s)|Base qty|Unit for price|PPU|Price Qty",
    "line.discount_percent": "Discount|Disc.|Disc. %|Discount %|Disc|Dis%|Rebate|Disc.%|Line discount %|Dsc|Rebate %|"
    "Line Disc. %|% disc.|Less %|Reduction|Trade disc.",
    "line.tax_rate": "VAT|VAT %|VAT rate|Tax|Tax %|Tax rate|VAT%|Taxes|Tax code|VAT code|% VAT|TAX|Vat Rate %|GST %|"
    "V.A.T.",
    "line.line_amount": "Amount|Total|Line total|Line amount|Net amount|Total price|Extended price|Ext. price|"
    "Ext. cost|Net value|Value|Extension|Amount excl. VAT|Total net|Line value|Sum|Total amount|Net total|Extended|"
    "Total excl. VAT|Amount [EUR;USD;GBP]|Subtotal|Line Total Net|Goods value|Total cost|Ext. amount|Order value",
    "line.delivery_date": "Delivery date|Delivery|Del. date|Due date|Date|Required|Req. date|Deliver by|Ship date|Due|"
    "Date required|Promised|Delivery dt|Date req.|Expected|Need by|Dlv. date|Requested date|Receipt date|ETA|"
    "Expected Receipt Date|Deliv. date|Required date|Wk/Date|Scheduled date|Delivery week",
    "title.order": "Purchase Order|Order|PURCHASE ORDER|Order form|Standard Purchase Order|PO|Material order|"
    "Supplier order|Works order|Call-off order|Blanket release|Purchase Order - Original|Official Order|"
    "Purchase order form|Service Order|Procurement order|Buying order|New order|Local Purchase Order|Stock order|"
    "Insertion Order|Subcontract order|Delivery order|Release order|Contract",
    "title.order_change": "Order change|Purchase order change|Change order|Amended purchase order|Order amendment|"
    "Revised purchase order|Purchase Order - Revision|PO Change|Change to purchase order|Amendment to order|"
    "Order modification|Purchase Order Change Notice",
    "title.order_response": "Order confirmation|Order acknowledgement|Confirmation of order|Sales order confirmation|"
    "Acknowledgement|Sales Order|Order Acknowledgment|Order response|Acknowledgement of order|Order confirmed",
    "title.quotation": "Quotation|Quote|Offer|Sales quote|Price quotation|Proposal|Estimate|Tender|Our offer|"
    "Sales Quotation|Pro-forma quotation",
    "title.invoice": "Invoice|Tax invoice|Sales invoice|VAT invoice|Commercial invoice|Bill|INVOICE|Proforma invoice|"
    "Invoice (original)|Customer Invoice|Service invoice|Partial invoice|Final invoice",
    "title.credit_note": "Credit note|Credit memo|Credit|Sales credit memo|Credit advice|Corrective invoice|Refund|"
    "Credit invoice|Credit Memorandum",
    "title.delivery_note": "Delivery note|Packing slip|Packing list|Dispatch note|Despatch note|Shipping note|"
    "Delivery slip|Goods delivery note|Waybill|Picking list|Advice note",
    "title.reminder": "Payment reminder|Reminder|Overdue notice|First reminder|Dunning letter|Final notice|"
    "Reminder of payment|Past due notice|Second reminder",
    "title.letter": "Letter|Re: our meeting|Notice|Information|Memo|Memorandum|Announcement|Confirmation of meeting|"
    "Fax cover sheet|To whom it may concern|Change of address|New bank details",
    "title.price_list": "Price list|Price list [2025;2026;2027]|Product catalogue|Catalogue|Net price list|"
    "Dealer prices|Pricing|Trade price list|Rate card",
    "title.statement": "Statement|Statement of account|Account statement|Customer statement|Balance confirmation|"
    "Open items|Monthly statement|List of open items",
    "party.buyer": "Buyer|Purchaser|Customer|Client|Ordering party|Buyer's details|Buyer information|Company|"
    "Buyer details|Purchaser details|Customer details|Customer information|Buyer/Customer|Contracting authority|"
    "Requesting organisation|Ordering organisation|Purchasing organization|Buyer (Customer)|Buying organisation|"
    "Purchasing entity|Agency|Owner|Institution|Purchased by|Order placed by|Requester|Buyer name and address|"
    "Client details|Account holder|Party: Buyer",
    "party.buyer@buyer": "Ordered by|From|Issued by|Purchased by|Purchasing company|Order from|Purchaser|Our address|"
    "Placed by|Requested by|Issuing company",
    "party.buyer@seller": "Sold to|Sold-to party|Customer|Client|To|Ordered by|Buyer|Invoice to|Sell-to|Bill To|"
    "Customer address|Messrs.|Prepared for|Customer details|Billed to|Invoice recipient|Buyer/Payer|Sold to address|"
    "Client address|Account|Customer / Bill-to",
    "party.seller": "Vendor|Supplier|Seller|Vendor address|Supplier details|Vendor information|Contractor|"
    "Supplier address|SELLER|Vendor details|Supplier information|Seller details|Seller information|"
    "Vendor name and address|Supplier name and address|Vendor/Supplier|Contractor details|Provider|Manufacturer|"
    "Selling party|Supplier (Seller)|Service provider|Awarded vendor|Party: Seller|Company supplying|Supplied by|"
    "Purchased from|Ordered from",
    "party.seller@buyer": "To|Order to|Vendor|Supplier|Messrs.|Issued to|Attention|Addressed to|Sub-contractor|"
    "Purchase from|To (vendor)|Send order to|Vendor name and address|Order placed with|For the attention of",
    "party.seller@seller": "From|Seller|Remit to|Our details|Issued by|Pay to|Ship from|Remit payment to|"
    "Invoice issuer|Issuer|Payee|Our company|Beneficiary|Sold by|Remittance address|Biller|Company details",
    "party.ship_to": "Ship to|Deliver to|Delivery address|Ship-to address|Shipping address|Consignee|Delivery to|"
    "Place of delivery|Goods to|Ship To Address|Send goods to|Delivery location|Deliver goods to|Receiving address|"
    "Delivery point|Destination|Ship-to party|Shipped to|Delivery place|Site address|Please deliver to|Recipient|"
    "Ship-to information|Delivery details|Delivery information|Shipping details|Shipping information|"
    "Ship to / Deliver to|Goods to be delivered to|Consigned to|Delivery site|Receiving location|Ship to location|"
    "Ship to name and address|Receiver|Installation address|Job site|Delivery party|Dispatch address|FAO / Deliver to|"
    "Delivery address (if different)",
    "party.bill_to": "Bill to|Invoice to|Invoice address|Billing address|Bill-to address|Invoicing address|"
    "Send invoice to|Invoice recipient|Charge to|Payer|Invoices to|Mail invoice to|Billed to|Address for invoice|"
    "Accounts payable|Bill-to party|Invoicee|Billing information|Billing details|Send invoices to|Invoice details|"
    "Accounts payable address|Bill to name and address|Submit invoice to|Invoice party|Invoice address (if different)",
    "contact": "Contact|Contact person|Contact name|Your contact|Attn.|Attn|Attention|Contact us|Handled by|FAO|"
    "Person in charge|Your contact person|Contact details|Enquiries to|Account manager|Salesperson|Sales rep|c/o",
    "buyer_person": "Buyer|Purchaser|Ordered by|Purchasing agent|Requisitioner|Requested by|Buyer name|Our contact|"
    "Purchaser's name|Placed by|Buyer code|Created by|Prepared by|Purchasing group|Issued by|Our buyer|Raised by",
    "phone": "Phone|Tel.|Tel|Telephone|Ph.|T|Phone no.|Telephone no.|Main|Ph|Tel. No.|Direct line|Office|t",
    "mobile": "Mobile|Mob.|Cell|Cell phone|Mobile phone|M|GSM",
    "fax": "Fax|Fax no.|Telefax|F|Fax number|Facsimile|FAX|Fax #",
    "email": "E-mail|Email|e-mail|Mail|E|Email address|E-Mail|eMail",
    "web": "Web|Website|Internet|www|Homepage|W|Web site|Online|URL",
    "bank": "Bank|Bank name|Bank details|Bankers|Our bank|Bank account|Banking details|Bank information",
    "iban": "IBAN|IBAN no.|Account (IBAN)|IBAN code|IBAN number|Account IBAN",
    "bic": "BIC|SWIFT|SWIFT/BIC|BIC/SWIFT|BIC code|Swift code|SWIFT-BIC",
    "page": "Page|Page no.|Pg.|Sheet|P.|Page number",
    "of": "of|/|from",
    "carry_over": "Carry over|Carried over|Carry forward|Continued on next page|Carried forward|"
    "Amount carried forward|Page total|Subtotal carried forward|To be continued",
    "carried_forward": "Brought forward|Carried forward|Balance brought forward|Amount brought forward|B/F|"
    "Transfer from previous page|Brought forward from page|Total from previous page",
    "subtotal": "Subtotal|Sub-total|Sub total|Section total|Group total|Total of items|Items total|Interim total|"
    "Total for position|Total lines|Intermediate total",
    "freight": "Freight|Shipping|Carriage|Delivery charge|Freight charges|Shipping costs|Delivery costs|Postage|"
    "Transport|Shipping & Handling|Carriage charge|Freight cost|Delivery|Shipping charges|Courier|S&H|Transport costs",
    "packaging": "Packaging|Packing|Packing charge|Packaging costs|Pallet|Euro pallet|Packing & handling|Crate",
    "insurance": "Insurance|Transport insurance|Insurance charge|Cargo insurance|Ins.",
    "surcharge": "Surcharge|Small order surcharge|Fuel surcharge|Minimum order charge|Alloy surcharge|Metal surcharge|"
    "Express surcharge|Energy surcharge|Handling|Handling fee|Set-up charge|Tooling charge|Processing fee|Eco tax|"
    "Environmental fee|Admin fee|Certificate|Cutting charge",
    "deposit": "Deposit|Down payment|Advance payment|Pallet deposit|Container deposit|Deposit on crates|Prepayment",
    "discount": "Discount|Rebate|Trade discount|Special discount|Volume discount|Less discount|Order discount|"
    "Customer discount|Quantity discount|Promotional discount|Cash discount|Bonus|Allowance|Project discount",
    "rounding": "Rounding|Round-off|Rounding difference|Rounding adj.|Rounded|Rounding off",
    "your_reference": "Your reference|Your ref.|Your Ref|Your sign|Yr ref|Your message|Your ref|Customer ref|Reference",
    "our_reference": "Our reference|Our ref.|Our Ref|Our sign|Reference|Ref.|Ref|Internal ref.|File no.|O/ref",
    "project": "Project|Project no.|Project name|Job|Job no.|Job number|Site|Project ref.|Proj.|Works|Project code|"
    "Building project|Job #|Property|Contract/Project|Object",
    "cost_center": "Cost center|Cost centre|CC|Cost centre no.|Account assignment|G/L account|Budget code|Dept. code|"
    "Charge code|Cost code|Account code|Cost unit",
    "requisition": "Requisition|Requisition no.|Req. no.|Purchase requisition|PR No.|Req #|Requisition #|"
    "Purchase request|Indent no.|RFQ no.",
    "quote_number": "Quote no.|Quotation no.|Offer no.|Your offer|Your quotation|Quote #|Our offer|Quote ref.|"
    "Quotation|Quote number|As per your quote|Offer|Quot. ID|Your offer no.|Ref. quote",
    "sales_order_number": "Sales order|Sales order no.|SO No.|Our order no.|S.O. No.|Our order|Order confirmation no.|"
    "Acknowledgement no.|Sales order ID|SO #|Our sales order|Job order|Internal order no.|Confirmation no.|Source",
    "delivery_note_number": "Delivery note no.|Delivery note|Packing slip no.|Dispatch note no.|Shipment no.|"
    "Delivery no.|DN No.|Delivery note #|Advice note no.|Tracking no.|Despatch no.",
    "price_list_date": "Price list of|Price list date|Prices as of|Prices valid from|Price list|Prices as at",
    "print_date": "Print date|Printed|Printed on|Date printed|Run date|Print date/time|Printed at|Generated|"
    "Report date",
    "valid_until": "Valid until|Valid to|Expiry date|Expires|Offer valid until|Expiration date|Validity|Valid through|"
    "Good through|Prices valid until|Bid deadline",
    "shipping_date": "Ship date|Shipping date|Dispatch date|Shipped on|Date shipped|Shipment date|Despatch date|"
    "Date of supply|Delivery date|Planned shipment|Supply date|Ship by",
    "confirmation_date": "Confirmation date|Confirmed on|Date of confirmation|Acknowledged|Confirm by|Confirmed|"
    "Please confirm by|Confirmed date|Response by",
    "order_time": "Time|Order time|Print time|Hour|Created at",
    "ship_via": "Ship via|Shipped via|Shipping method|Carrier|Via|Mode of transport|Delivery method|Forwarder|"
    "Shipment method|Transport|Shipping agent|Mode of delivery|Dispatch by|Ship. method|Delivery_mode|Courier|"
    "Transport by",
    "incoterm_word": "Incoterms|Incoterms 2020|Incoterms® 2010|acc. to Incoterms 2020|INCOTERMS|Incoterm",
    "department": "Department|Dept.|Division|Section|Dept|Purchasing dept.|Business unit|Unit|Office|Team",
    "approved_by": "Approved by|Authorised by|Authorized by|Approval|Released by|Checked by|Approver|Sign-off|"
    "Verified by",
    "signature": "Signature|Authorised signature|Authorized signature|Signed|Stamp and signature|Signature & stamp|"
    "Sign|Date and signature|Authorised signatory|Accepted by|For and on behalf of|Name / signature",
    "tax_number": "Tax No.|Tax number|Tax reg. no.|Company tax no.|Fiscal code|Federal Tax ID|EIN|Tax ref.|TIN|FEIN",
    "register": "Company No.|Registered No.|Registration no.|Company reg. no.|Reg. no.|Registered in England No.|"
    "Commercial register|Trade register|CRN|Registered in|Business reg. no.|Legal registration ID|Organisation no.",
    "capital": "Share capital|Capital|Paid-up capital|Registered capital|Authorised capital|Nominal capital",
    "managing_director": "Managing director|Director|Directors|CEO|Managing Directors|President|Management|"
    "General manager|Chairman|Board",
    "supplier_number": "Vendor [No.;no.;number;#;ID;code]|Supplier [No.;no.;number;code;ID;#]|Creditor no.|"
    "Vendor account|Supp. no.|Vendor|Your vendor number|Your supplier no. with us|Our supplier no.|Vend. No.|"
    "Supplier_ID",
    "gln": "GLN|ILN|GLN no.|EAN location no.|GLN code|EDI ID|Location no.",
    "seller_gln": "Supplier GLN|Vendor GLN|Seller GLN|GLN supplier|ILN supplier|GLN (vendor)|Supplier ILN|GLN seller",
    "weight": "Weight|Gross weight|Weight (kg)|Total weight|Wt.|Weight kg|Gross wt.|Weight gross|Kg",
    "net_weight": "Net weight|Net wt.|Weight net|Net weight (kg)|Net kg|Unit weight",
    "volume": "Volume|Volume (m3)|Vol.|Volume m³|Total volume|CBM|Cube",
    "packages": "Packages|No. of packages|Number of packages|Colli|Pallets|Cartons|Pkgs|Parcels|No. of pallets",
    "customs_code": "Customs code|HS code|Commodity code|Tariff no.|Customs tariff no.|Statistical no.|H.S. Code|"
    "Commodity no.|HTS code|Intrastat code|CN code|Comm. code|Tariff code",
    "country_of_origin": "Country of origin|Origin|C.O.O.|Made in|COO|Country|Ctry of origin|Goods of origin",
    "drawing": "Drawing|Drawing no.|Dwg no.|Dwg|Drg. No.|Drawing #|Acc. to drawing|DWG|Drawing/Rev.",
    "revision": "Revision|Rev.|Rev|Version|Index|Issue|Revision no.|Rev #|Ver.|Change no.",
    "batch": "Batch|Batch no.|Lot|Lot no.|Lot #|Batch number|Charge no.|Heat no.|Lot/Batch",
    "serial": "Serial no.|S/N|Serial number|Ser. no.|SN|Serial #",
    "warehouse": "Warehouse|Whse|Whse.|WH|Store|Site|Plant|Depot|Warehouse code",
    "stock_location": "Location|Bin|Bin code|Stock location|Shelf|Storage location|Loc.|Rack|Storage bin|Aisle",
    "item_count": "Number of items|Items|Number of lines|No. of items|Total lines|Line count|Total items|"
    "No. of positions|Lines|Positions|Item count|Line items|Total number of lines",
    "total_quantity": "Total quantity|Total qty|Total pieces|Total units|Quantity total|Total pcs|Sum of quantities",
    "amount_in_words": "Amount in words|In words|Say|Total in words|The sum of|Amount (in words)",
    "tax_base": "Tax base|Taxable amount|Net|VAT base|Taxable|Basis|Goods net|Amount subject to VAT|Base amount",
    "tax_table": "VAT breakdown|Tax summary|VAT summary|VAT details|VAT analysis|VAT specification|Tax details",
    "tax_rate": "VAT rate|Rate|VAT %|Tax rate|%|Rate %|VAT code|Tax %",
    "tax_amount": "VAT amount|Tax amount|VAT|Tax|VAT value|Amount of tax",
    "sum_of_discounts": "Total discount|Discounts|Sum of discounts|Total discounts|Discount total|Less discounts|"
    "Total savings|Allowances|Allowances Amount|You save",
    "prepaid": "Prepaid|Already paid|Paid|Amount paid|Advance|Less prepayment|Payments received|Paid amount|"
    "Deposit paid",
    "amount_due": "Amount due|Balance due|Total due|To pay|Amount payable|Balance|Outstanding|Please pay|Payable|"
    "Amount to be paid|Remaining amount",
    "notes": "Notes|Note|Remarks|Comments|Comment|Remark|Special instructions|Additional information|Memo|"
    "Comments or special instructions|Instructions|Notes to supplier|Other information|Message|Delivery instructions",
    "terms_title": "Terms and conditions|General terms and conditions|Terms & Conditions|General terms of purchase|"
    "Conditions of purchase|Purchase conditions|General conditions|Terms and Conditions of Purchase|Standard terms|GTC",
    "document_status": "Status|Document status|State|Order type|Order status|Copy|Type|Transaction type|Purpose",
    "account_number": "Account no.|Bank account|Account number|Acc. no.|Bank account no.|A/C|Account",
    "payment_method": "Payment method|Method of payment|Paid by|Payment by|Means of payment|Pay method|Pmt. method|"
    "Mode of payment",
    "place": "Place|City|Place of issue|Place, date|Place and date|Issued in",
    "part.name": "Name|Company|Company name|Organisation|Organization|Business name|Name 1|Legal name|Entity",
    "part.street": "Street|Address|Street address|Address line 1|Address 1|Street and no.|Addr. 1",
    "part.postcode": "ZIP|Zip code|Postcode|Post code|Postal code|ZIP/Postal code",
    "part.city": "City|Town|City/Town|Town/City",
    "part.country": "Country|Country code|Nation",
    "part.place_line": "City, State, ZIP|City/State/Zip|City, State|City|Town/Postcode|City/State",
    "part.number": "ID|Number|No.|Identifier|Party ID|Account ID|Code|Ref",
    "part.global_id": "Global ID|GLN|Global location no.|Global identifier",
    "part.address2": "Address line 2|Address 2|Suite|Department|c/o|Unit|Addr. 2|Building",
    "part.state": "State|Province|Region|County|State/Province",
    "part.trading_name": "Trading name|DBA|Doing business as|Trade name",
    "part.legal_id": "Legal registration ID|Company reg. no.|Legal ID|Registration number",
    "part.e_address": "Electronic address|Endpoint ID|Peppol ID|E-address",
    "period_start": "Period from|Service period start|Start date|"
    "Effective from|Billing period start|Valid from|Effective Period Start",
    "period_end": "Period to|Service period end|End date|"
    "Effective to|Billing period end|Contract end|Effective Period End",
    "tender": "Tender no.|Tender reference|RFP no.|Bid no.|Solicitation no.|RFQ|Lot",
    "previous_document": "Previous invoice|Related document|Original invoice no.|"
    "Preceding invoice|Supersedes|Replaces document|Previous order change ID",
    "object_ref": "Object ID|Document ID|Record ID|System ID|Catalog ref|Transaction ID|Message ID|Confirmation #",
    "org_unit": "Plant|Company code|Purchasing group|Purchasing org.|Business unit|Branch|Location code|Agency code",
}
