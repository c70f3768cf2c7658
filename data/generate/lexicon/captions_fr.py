"""French captions."""

WORDS: dict[str, str] = {
    "order_number": "[N°;No;Numéro;Réf.;Nº] [de commande;commande;de bon de commande;BC;cde;cmde]|Commande [n°;N°;no;"
    "numéro;]|Bon de commande [n°;N°;]|N° de commande d'achat|Cde n°|Cde|BC n°|Réf. commande|Référence commande|"
    "N° Cde|N°commande|N° BDC|Référence de commande|Commande d'achat n°|N° d'ordre|N° de la commande|ID commande|"
    "N° commande/Date",
    "order_number@buyer": "[Notre;N/] commande [n°;]|Notre n° de commande|N° de pièce|Numéro|N°|N° document|"
    "Nos réf. / commande|Document n°|Notre référence de commande|Pièce n°|N° d'engagement",
    "order_number@seller": "[Votre;V/] commande [n°;]|Votre n° de commande|N° commande client|Commande client|"
    "Votre bon de commande|Réf. client|Votre référence|Réf. commande client|Votre cde n°|V/Réf.|V/Cde|Réf. marché|"
    "Votre commande du|N° de commande client|Suivant votre commande|Référence client|N° BC client|N° doc. externe",
    "order_date": "Date de commande|Date|Date commande|Date de la commande|Commande du|Du|Le|Date cde|"
    "Date du document|Date d'émission|En date du|Date document|Date de création|Date BC|Émise le|"
    "Date d'émission de la commande|Date pièce",
    "order_date@seller": "Votre commande du|Date de votre commande|Date commande client",
    "invoice_number": "N° de facture|Facture n°|Facture N°|Numéro de facture|N° facture|Facture|No facture|N° fact.|"
    "N° de pièce|N° document|Numéro|Réf. facture|Facture no|N°|FACTURE N°|N° Facture / Avoir",
    "invoice_date": "Date de facture|Date de facturation|Date|Date facture|Facture du|Date d'émission|Le|En date du|"
    "Date pièce|Date du document|Date de la facture|Émise le",
    "due_date": "Date d'échéance|Échéance|Date échéance|À payer avant le|Payable le|Échéance le|"
    "Date limite de paiement|À régler avant le|Échéances|Date de règlement|À échéance du|Echéance|Paiement dû le|"
    "Date d'éch.",
    "contract_number": "N° de contrat|Contrat n°|N° contrat|Contrat|Contrat-cadre|N° de marché|Marché n°|"
    "Contrat cadre n°|Accord-cadre|Réf. contrat|Commande ouverte n°|Numéro de contrat|N° marché|Commande cadre|"
    "Accord cadre n°|Référence contrat",
    "requested_delivery_date": "Date de livraison [souhaitée;demandée;prévue;requise;]|Livraison souhaitée le|"
    "Date livraison|Livraison le|Délai|Délai de livraison|À livrer le|À livrer pour le|Livraison prévue le|"
    "Délai demandé|Date de livraison impérative|À livrer avant le|Date souhaitée|Livraison|Date de réception prévue|"
    "Liv. prévue|Date liv.|Pour le|Semaine de livraison|Livraison avant le|Date de besoin|Date d'arrivée|"
    "Livraison impérative|Date de mise à disposition|Délai souhaité|Date requise|Livraison pour le|Date prévue|"
    "Date de réception demandée",
    "currency": "Devise|Monnaie|Devise document|Devise de la commande|Code devise|Dev.|Prix en|Montants exprimés en|"
    "Devise de facturation|Montants en",
    "payment_terms": "Conditions de paiement|Modalités de paiement|Paiement|Règlement|Mode de règlement|"
    "Conditions de règlement|Cond. de paiement|Échéance|Délai de paiement|Termes de paiement|Conditions règlement|"
    "Cond. pmt|Condition de paiement|Conditions de paiements|Modalités de règlement|Délai de règlement",
    "delivery_terms": "Conditions de livraison|Incoterm|Incoterms|Mode de livraison|Livraison|Conditions de transport|"
    "Port|Franco|Cond. de livraison|Incoterms 2020|Modalités de livraison|Conditions d'expédition|Termes de livraison|"
    "Transport|Conditions liv.|Frais de port",
    "buyer.name": "Acheteur|Client|Société|Raison sociale|Donneur d'ordre|Nom|Nom du client|Dénomination sociale|"
    "Nom de la société|Entreprise|Établissement",
    "buyer.vat_id": "N° TVA|TVA|N° TVA intracommunautaire|TVA intracom.|N° de TVA|N° TVA intra.|Numéro de TVA|"
    "TVA intracommunautaire|N° Intracom.|N° id. TVA|Id. TVA|N° TVA CEE|N° TVA UE|N° TVA intracom|TVA Intra|"
    "Identifiant TVA|Code TVA|N°TVA|N° d'identification TVA",
    "buyer.vat_id@buyer": "Notre N° TVA|Notre TVA intracom.|N° TVA acheteur",
    "buyer.vat_id@seller": "Votre N° TVA|N° TVA client|Votre TVA intracom.|TVA client|N° TVA acheteur|Votre n° de TVA|"
    "N° identifiant TVA client",
    "buyer.address": "Adresse|Adresse du client|Adresse client|Siège social|Adresse de l'acheteur|Rue|Siège|"
    "Coordonnées",
    "buyer.email": "E-mail|Email|Courriel|Mail|e-mail|Mél|Adresse e-mail|Adresse mail|Mèl|Adresse électronique|"
    "ARC à envoyer à",
    "buyer.customer_number": "N° client|Code client|Client n°|N° de client|Numéro client|Réf. client|Compte client|"
    "N° compte client|Client|N° de compte|Compte|Code tiers|Identifiant client|ID client|N° du client|"
    "Numéro de client|Cpte client",
    "buyer.customer_number@buyer": "Notre n° client|Notre code client|Notre n° de client chez vous|"
    "Notre compte client|N/code client|Notre numéro de compte|Notre n° de compte chez vous",
    "buyer.customer_number@seller": "Votre n° client|Votre code client|Votre n° de compte|Votre numéro de client|"
    "V/code client|Votre compte|Votre identifiant|N° donneur d'ordre",
    "buyer.gln": "GLN|Code GLN|N° GLN|GLN acheteur|GENCOD|Code EAN|ILN|GLN client|Code lieu-fonction|EAN société|"
    "Identifiant GLN|Code EDI",
    "seller.name": "Fournisseur|Vendeur|Société|Raison sociale|Nom du fournisseur|Nom|Titulaire|Prestataire|"
    "Sous-traitant",
    "seller.vat_id": "N° TVA|TVA|N° TVA intracommunautaire|TVA intracom.|N° de TVA|N° TVA intra.|N° TVA fournisseur|"
    "Numéro de TVA|TVA intracommunautaire|TVA fournisseur|N° id. TVA|Id. TVA|N° Intracom.|N° TVA vendeur|Code TVA|"
    "N° TVA UE",
    "seller.vat_id@buyer": "Votre N° TVA|Votre TVA intracom.",
    "seller.vat_id@seller": "Notre N° TVA|Notre TVA intracom.",
    "seller.address": "Adresse|Adresse fournisseur|Adresse du fournisseur|Siège social|Siège|Coordonnées fournisseur",
    "ship_to.name": "Destinataire|Livrer à|Lieu de livraison|Livraison à|Site de livraison|Magasin|Réceptionnaire|"
    "Point de livraison|Établissement livré|Site|Chantier|Livré à",
    "ship_to.address": "Adresse de livraison|Lieu de livraison|Adresse livraison|Adresse d'expédition|Adresse|"
    "Destination|Lieu de destination|Point de livraison|Adresse du chantier|Lieu d'exécution|Adresse de réception",
    "ship_to.gln": "GLN livraison|GLN lieu de livraison|GLN livré à|Code GLN livraison|GLN|GLN destinataire|"
    "EAN lieu de livraison|Gencod livré|GLN magasin|GLN du livré",
    "bill_to.name": "Facturer à|Facturé à|Payeur|Adresse de facturation|Facture à|Destinataire de la facture|"
    "Client facturé|Tiers payeur",
    "bill_to.address": "Adresse de facturation|Adresse facturation|Adresse du payeur|Facture à adresser à|Facturation|"
    "Adresse d'envoi des factures|Adresse de facturation client",
    "total_net": "Total HT|Total H.T.|Montant HT|Total net HT|Montant total HT|Sous-total|Sous-total HT|"
    "Total hors taxes|Net HT|Montant hors taxes|Total HT net|Total brut HT|Total marchandises|Montant net HT|TOTAL HT|"
    "Base HT|Total commande HT|Valeur HT|Montant total hors TVA|Total hors TVA|Total HTVA|Total net|Montant H.T.|"
    "Total général HT|Total Hors Taxe|Total Net H.T.|Montant total net HT|Total de la commande HT|"
    "Montant de la commande HT",
    "total_tax": "TVA|Total TVA|Montant TVA|T.V.A.|TVA 20%|Taxes|Montant de la TVA|Total taxes|Montant total TVA|"
    "Total T.V.A.|TVA 20,00 %|Mt TVA|TVA à 20 %|Montant taxe|Taxe|Total de la TVA",
    "total_gross": "Total TTC|Total T.T.C.|Montant TTC|Net à payer|Total général|Total|Montant total TTC|TOTAL TTC|"
    "Net à payer TTC|Total toutes taxes comprises|Montant total|Total TVAC|Total à payer|Montant à payer|"
    "Total commande|Total général TTC|Total commande TTC|Montant T.T.C.|Total de la commande|Total facture|Total CHF|"
    "Net à régler|Total EUR|Montant net à payer|Total de la commande TTC|Total (TTC)|Montant total de la commande",
    "line.line_no": "Pos.|Ligne|N°|Lig.|Poste|Pos|N° ligne|#|Lg|Item|N° de ligne|Rang|Repère|N° poste|Li.|No|N° Lig.|"
    "Ord.",
    "line.buyer_article_no": "Réf. [client;acheteur]|Code article client|Référence client|Réf. article client|"
    "Article client|Code acheteur|N° article client|Code produit client|Référence acheteur|Réf. interne client",
    "line.buyer_article_no@buyer": "Référence|Réf.|Article|Code article|Code|N° article|Réf. article|Notre [réf.;"
    "référence;code;code article;n° article]|N° d'article|Code produit|Produit|Réf. interne|N/Réf.|Référence article|"
    "Matière|N° matière|Code interne|Réf|N° pièce|Désignation / Réf.|Numéro d'article|Art.|Référence interne|"
    "N° de pièce",
    "line.buyer_article_no@seller": "Votre [référence;réf.;code article;code;n° article]|V/Réf.|Votre article",
    "line.supplier_article_no": "Réf. fournisseur|Référence fournisseur|Réf. fourn.|Code fournisseur|"
    "Article fournisseur|N° article fournisseur|Réf. fabricant|Réf. frs|Code article fournisseur|Référence fabricant|"
    "Réf. vendeur|Réf. constructeur|Réf. fournis.|Réf Four.|Référence frn",
    "line.supplier_article_no@buyer": "Votre [référence;réf.;code article;n° article]|V/Réf.|V/référence|"
    "Vos références",
    "line.supplier_article_no@seller": "Référence|Réf.|Article|Code article|Code|N° article|Réf. article|Code produit|"
    "Notre référence|Produit|N° d'article|Art.|Réf|Modèle|Référence produit|Référence article",
    "line.gtin": "EAN|Code EAN|GTIN|Gencod|Code-barres|EAN13|Code barre|Gencode|EAN 13|GENCOD|GTIN/EAN|Code-barre|"
    "ISBN|EAN-13",
    "line.description": "Désignation|Description|Libellé|Désignation article|Article|Produit|Description de l'article|"
    "Désignation des articles|Intitulé|Nature|Désignation du produit|Dénomination|Prestation|Libellé article|Objet|"
    "Désignation / Description|Détail|Nom du produit|Spécifications|Désignations|Description des marchandises|"
    "Marchandise|Titre",
    "line.quantity": "Quantité|Qté|Qte|Qté.|Quant.|Qté cdée|Quantité commandée|QTE|Qté commandée|Nombre|Qté cde|Nb|"
    "Quantités|QTÉ|Q.|Nbre|Heures|Qté totale|Pièces|Qtés",
    "line.unit": "Unité|Un.|U.|UN|Unité de mesure|Unités|U|UM|UV|UA|Un|Unité d'achat|Unit.|Unité vente|Cond.|UdM|"
    "Mesure",
    "line.unit_price": "Prix unitaire|P.U.|PU|PU HT|P.U. HT|Prix unit.|Prix|Prix unitaire [HT;net;€;EUR;brut;H.T.;"
    "net HT]|Prix U.|Prix net|PU net|PU HT €|P.U. net|P.U. H.T.|Prix unit. HT|PUHT|Px unit.|Tarif|Prix d'achat|"
    "PU Net HT|P.U.|Coût unitaire|Prix/unité|Px U. HT|Prix unit. net|Prix brut|Taux horaire|Prix HT|P.U. EUR",
    "line.price_base_quantity": "Par|Prix pour|Unité de prix|UP|Base prix|Prix par|Pour|Qté de base|Base|/|Unité prix|"
    "Prix base",
    "line.discount_percent": "Remise|Rem.|% Rem.|Remise %|Rem. %|% Remise|Rem|Remise (%)|R%|Escompte|Rem%|Rabais|"
    "Rabais %|Remise ligne %|Taux remise|%",
    "line.tax_rate": "TVA|TVA %|% TVA|Taux TVA|Taux|Taux de TVA|Tx TVA|T.V.A.|Code TVA|TVA (%)|Taxe|Taxes|Tva%|CT",
    "line.line_amount": "Montant|Montant HT|Total|Total HT|Total ligne|Montant net|Prix total|Montant H.T.|"
    "Montant [HT;€;EUR;net HT]|Total net|Prix HT|Total ligne HT|Mt HT|Valeur|Net HT|Total EUR|Prix total HT|"
    "Total net HT|Montant ligne|Somme|Mont. HT|Valeur HT|Sous-total|Montant net HT|Total € HT",
    "line.delivery_date": "Date de livraison|Livraison|Délai|Date livr.|Date liv.|Date|Délai livr.|Livraison le|"
    "Date prévue|Liv.|Date livraison|Date souhaitée|Date réception|Échéance|Dt liv.|Date besoin|Pour le|Date demandée|"
    "Sem. livr.|Semaine",
    "title.order": "Bon de commande|Commande|Commande d'achat|Commande fournisseur|BON DE COMMANDE|"
    "Bon de commande fournisseur|Commande d'achats|Ordre d'achat|Commande n°|Commande ferme|Formulaire de commande|"
    "Commande de travaux|Lettre de commande|Commande de matériel|Bon d'achat|Commande de sous-traitance|"
    "Appel de livraison|Commande ouverte|Demande de fourniture|Bon de Cde|Ordre de service",
    "title.order_change": "Modification de commande|Avenant à la commande|Commande modifiée|"
    "Modification du bon de commande|Changement de commande|Avenant au bon de commande|Commande rectificative|"
    "Modification de la commande",
    "title.order_response": "Confirmation de commande|Accusé de réception de commande|ARC|Confirmation|"
    "Accusé de commande|Accusé de réception|Commande client|AR de commande|Confirmation de votre commande|"
    "Confirmation d'ordre",
    "title.quotation": "Devis|Offre|Offre de prix|Proposition commerciale|Cotation|Devis n°|Devis estimatif|"
    "Proposition de prix|Estimation",
    "title.invoice": "Facture|Facture n°|Facture client|FACTURE|Facture de vente|Facture d'acompte|Facture proforma|"
    "Facture définitive|Note d'honoraires|Facture commerciale|Facture de situation|Facture de solde|Relevé de facture",
    "title.credit_note": "Avoir|Note de crédit|Facture d'avoir|Avoir client|Avoir n°|Facture rectificative|"
    "Avoir sur facture|Note d'avoir",
    "title.delivery_note": "Bon de livraison|BL|Bordereau de livraison|Bon d'expédition|Avis d'expédition|"
    "Lettre de voiture|Liste de colisage|Bon de préparation|Bulletin de livraison",
    "title.reminder": "Relance|Rappel|Lettre de rappel|Mise en demeure|Rappel de paiement|Première relance|"
    "Relance de paiement|Dernier rappel",
    "title.letter": "Lettre|Courrier|Note d'information|Télécopie|Information|Avis|Attestation|Note|"
    "Changement d'adresse|Invitation|Demande d'information",
    "title.price_list": "Tarif|Liste de prix|Catalogue|Tarifs|Grille tarifaire|Tarif public|Tarif [2025;2026;2027]|"
    "Barème|Catalogue produits",
    "title.statement": "Relevé de compte|Extrait de compte|Relevé|Situation de compte|Relevé de factures|"
    "Relevé des opérations|Confirmation de solde|Échéancier",
    "party.buyer": "Acheteur|Client|Donneur d'ordre|Coordonnées de l'acheteur|Société|Identité de l'acheteur|"
    "Pouvoir adjudicateur|Informations acheteur|Informations de l'acheteur|Acheteur / Client|Client / Acheteur|"
    "Coordonnées du client|Entité acheteuse|Service acheteur|Maître d'ouvrage|Collectivité|"
    "Identification de l'acheteur|Commanditaire|Demandeur / Acheteur|Organisme acheteur|Nom et adresse de l'acheteur|"
    "Personne publique|Établissement",
    "party.buyer@buyer": "Émetteur|Commandé par|De|Donneur d'ordre|Acheteur|Établi par|Nos coordonnées|Demandeur|"
    "Service acheteur",
    "party.buyer@seller": "Client|À l'attention de|Facturé à|Acheteur|Destinataire|Adresse du client|Vendu à|À|"
    "Coordonnées client|Client acheteur|Vos coordonnées|Adressé à|Facture pour|Client final|Vos références client|"
    "Identité du client|Client / Payeur|Preneur|Facturation client|Bénéficiaire de la prestation",
    "party.seller": "Fournisseur|Vendeur|Adresse fournisseur|Titulaire|Coordonnées du fournisseur|Prestataire|"
    "Sous-traitant|Informations vendeur|Informations fournisseur|Informations du vendeur|Fournisseur / Titulaire|"
    "Coordonnées fournisseur|Titulaire du marché|Entreprise titulaire|Vendeur / Fournisseur|"
    "Nom et adresse du fournisseur|Fabricant|Cocontractant|Société prestataire|Identification du fournisseur|"
    "Attributaire|Fournisseur retenu|Distributeur",
    "party.seller@buyer": "Fournisseur|À|Destinataire|À l'attention de|Commande à|Adressé à|Messieurs|Vendeur|"
    "Adressée à",
    "party.seller@seller": "Émetteur|De|Vendeur|Expéditeur|Nos coordonnées|Société|Émetteur de la facture|Émis par|"
    "Vendeur / Émetteur|Identité du vendeur|Coordonnées du vendeur|Entreprise|Facturé par|Notre société",
    "party.ship_to": "Adresse de livraison|Livrer à|Lieu de livraison|Livraison|Destinataire|Adresse livraison|"
    "À livrer à|Livré à|Livraison à|Expédier à|Site de livraison|Point de livraison|Adresse d'expédition|"
    "Livraison chantier|Adresse du lieu de livraison|Lieu d'exécution|À livrer|Informations de livraison|"
    "Destinataire de la livraison|Livraison / Destination|Adresse de destination|Site destinataire|Lieu de réception|"
    "Lieu de la livraison|Magasin destinataire|Adresse chantier|Chantier|Réceptionnaire|Livrer à l'adresse suivante|"
    "Lieu d'utilisation|Client livré|Livraison chez|Marchandise à livrer à|Coordonnées de livraison|"
    "Adresse du chantier|Dépôt de livraison",
    "party.bill_to": "Adresse de facturation|Facturer à|Facturé à|Facturation|Adresse facturation|Facture à|Payeur|"
    "Facture à adresser à|À facturer à|Adresse d'envoi de la facture|Client facturé|Informations de facturation|"
    "Coordonnées de facturation|Envoyer la facture à|Adresse d'envoi des factures|Destinataire de la facture|"
    "Service facturier|Comptabilité fournisseurs|Factures à envoyer à|Facturer au nom de|Entité de facturation|"
    "Tiers payeur|Adresse du payeur",
    "contact": "Contact|Interlocuteur|Votre contact|Personne à contacter|À l'attention de|Votre interlocuteur|"
    "Suivi par|Affaire suivie par|Responsable|Contact commercial|Commercial|Représentant|Dossier suivi par|"
    "Correspondant|Nom du contact",
    "buyer_person": "Acheteur|Demandeur|Commandé par|Émis par|Responsable achats|Acheteuse|Notre contact|Établi par|"
    "Suivi par|Créé par|Rédacteur|Approvisionneur|Nom de l'acheteur|Gestionnaire|Passée par|Votre acheteur",
    "phone": "Tél.|Téléphone|Tel|Tél|Tel.|T.|Téléph.|Tél. fixe|N° de téléphone|Ligne directe",
    "mobile": "Mobile|Portable|Port.|GSM|Tél. portable|Mob.",
    "fax": "Fax|Télécopie|Fax.|Télécopieur|F.|N° fax",
    "email": "E-mail|Email|Courriel|Mail|e-mail|Mél|@|Mèl",
    "web": "Web|Site|Site web|Site Internet|Internet|www|Site internet",
    "bank": "Banque|Domiciliation|Coordonnées bancaires|Domiciliation bancaire|Banque / agence|Nom de la banque|RIB",
    "iban": "IBAN|N° IBAN|Code IBAN|Compte IBAN|IBAN n°|Compte (IBAN)",
    "bic": "BIC|SWIFT|BIC/SWIFT|Code BIC|Code SWIFT|SWIFT/BIC",
    "page": "Page|P.|Page n°|Feuille|Folio|Pg",
    "of": "sur|de|/",
    "carry_over": "À reporter|Report|Sous-total à reporter|Suite page suivante|Total page|Suite à la page suivante|"
    "Total à reporter|A reporter",
    "carried_forward": "Report|Report page précédente|Reporté|Report de la page précédente|Suite de la page précédente",
    "subtotal": "Sous-total|Total partiel|Sous total|Total lot|Total rubrique|S/Total|Sous-total lignes|"
    "Total chapitre|Total des lignes|Total section",
    "freight": "Transport|Frais de port|Port|Frais de transport|Frais de livraison|Livraison|Port et emballage|"
    "Frais d'expédition|Participation aux frais de port|Frais d'envoi|Expédition|Frais d'affranchissement|"
    "Participation transport",
    "packaging": "Emballage|Frais d'emballage|Conditionnement|Palette|Palette Europe|Emballages|Palettes EUR|Caisse",
    "insurance": "Assurance|Frais d'assurance|Assurance transport|Assurance marchandises",
    "surcharge": "Supplément|Majoration|Frais de dossier|Frais fixes|Frais de gestion|Surcharge carburant|"
    "Éco-participation|Écotaxe|Éco-contribution|Taxe gazole|Supplément petite commande|Frais administratifs|"
    "Frais d'outillage|Frais techniques|Frais divers|Forfait déplacement|Frais de mise en route|Surcharge énergie|"
    "DEEE|Taxe carburant|Frais de facturation|Surtaxe",
    "deposit": "Acompte|Consigne|Consignes|Consigne palette|Dépôt|Avance|Caution|Arrhes",
    "discount": "Remise|Rabais|Ristourne|Escompte|Remise globale|Remise exceptionnelle|Remise commerciale|"
    "Remise sur commande|Réduction|Remise pied|Remise client|Remise quantitative",
    "rounding": "Arrondi|Différence d'arrondi|Arrondis|Écart d'arrondi|Arrondi au centime",
    "your_reference": "Votre référence|Vos références|V/Réf.|Votre réf.|Vos réf.|V/réf|Votre courrier du|Réf. client|"
    "Référence|Votre demande du",
    "our_reference": "Notre référence|Nos références|N/Réf.|Notre réf.|Nos réf.|N/réf|Référence|Réf.|Réf. dossier|"
    "Référence interne|Réf. interne",
    "project": "Projet|N° projet|Affaire|N° d'affaire|Chantier|Réf. chantier|Affaire n°|Objet|Dossier|Code projet|"
    "Nom du projet|Code affaire|Opération|Réf. affaire|Concerne",
    "cost_center": "Centre de coût|Centre de coûts|Imputation|Section analytique|Code analytique|Compte d'imputation|"
    "Imputation budgétaire|C. coûts|Code budget|Axe analytique",
    "requisition": "Demande d'achat|DA n°|N° DA|N° demande d'achat|Demande n°|Réquisition|Appel d'offres|"
    "N° de demande|Consultation n°|Réf. DA",
    "quote_number": "Devis n°|N° devis|Votre offre|Votre devis|Offre n°|N° d'offre|Réf. devis|Selon devis|"
    "Votre offre n°|Devis|Votre devis n°|Réf. offre|Suivant votre offre|Notre offre|Proposition n°|Votre proposition",
    "sales_order_number": "N° bon de vente|Commande de vente n°|Notre commande|ARC n°|N° de confirmation|N° ARC|"
    "Notre n° de commande|N° ordre|Notre ordre n°|N° d'AR|Votre n° d'ARC|N° de dossier",
    "delivery_note_number": "Bon de livraison n°|N° BL|BL n°|N° de bon de livraison|N° bon de livraison|"
    "Bon de livraison|BL|N° expédition|N° de suivi|N° de livraison|BL N°",
    "price_list_date": "Tarif du|Tarif|Tarif au|Prix valables au|Tarif en vigueur au|Date tarif",
    "print_date": "Date d'impression|Imprimé le|Édité le|Date d'édition|Édition du|Édition|Tirage du|Imprimé",
    "valid_until": "Valable jusqu'au|Validité|Date de validité|Offre valable jusqu'au|Valide jusqu'au|Fin de validité|"
    "Date limite|Validité de l'offre|Expire le|Prix fermes jusqu'au",
    "shipping_date": "Date d'expédition|Expédié le|Date d'envoi|Date de livraison|Date d'enlèvement|Livré le|"
    "Date de départ|Date de prestation|Expédition le|Date BL",
    "confirmation_date": "Date de confirmation|Confirmé le|Confirmation avant le|Date ARC|ARC du|AR du|"
    "Confirmé pour le",
    "order_time": "Heure|Heure de commande|à|Heure d'édition|Heure d'impression",
    "ship_via": "Mode d'expédition|Transporteur|Expédition|Mode de transport|Expédié par|Mode de livraison|"
    "Transport par|Moyen de transport|Livraison par|Mode d'envoi|Via",
    "incoterm_word": "Incoterm|Incoterms|Incoterms 2020|selon Incoterms 2020|INCOTERM|Incoterm ®",
    "department": "Service|Département|Direction|Service achats|Division|Serv.|Bureau|Direction des achats|Unité|Pôle",
    "approved_by": "Approuvé par|Validé par|Visa|Autorisé par|Approbation|Vérifié par|Bon pour accord|Validation|"
    "Visé par|Visa du responsable",
    "signature": "Signature|Signature et cachet|Cachet et signature|Bon pour accord|Date et signature|"
    "Signature du responsable|Cachet commercial|Signature autorisée|Le responsable des achats|Lu et approuvé|"
    "Nom et signature",
    "tax_number": "SIRET|SIREN|N° SIRET|Siret|N° SIREN|N° Siret|N° d'entreprise|BCE|IDE|N° fiscal",
    "register": "RCS|R.C.S.|RC|RPM|Registre du commerce|Code APE|NAF|APE|RCS n°|Code NAF|N° RCS|Code APE/NAF|RM",
    "capital": "Capital|au capital de|Capital social|SAS au capital de|SARL au capital de|Capital de|"
    "S.A. au capital de",
    "managing_director": "Gérant|Président|Directeur|Directeur général|PDG|Gérante|Direction|Dirigeant|"
    "Représentant légal",
    "supplier_number": "N° fournisseur|Code fournisseur|Fournisseur n°|Code frs|Réf. fournisseur|N° de fournisseur|"
    "Compte fournisseur|Votre n° de fournisseur|Code four.|N° fourn.|Votre code fournisseur|Tiers",
    "gln": "GLN|Code GLN|N° GLN|GENCOD|ILN|Code lieu",
    "seller_gln": "GLN fournisseur|GLN vendeur|Code GLN fournisseur|GENCOD fournisseur|GLN du fournisseur|"
    "N° GLN vendeur",
    "weight": "Poids|Poids brut|Poids (kg)|Poids total|Poids kg|Pds|Poids brut kg|Masse|Pds brut",
    "net_weight": "Poids net|Poids net kg|Pds net|Poids net (kg)|Poids unitaire|Pds net total",
    "volume": "Volume|Vol.|Volume (m3)|Volume m³|Vol. total|Cubage",
    "packages": "Colis|Nb colis|Nombre de colis|Palettes|Nb palettes|Nb de colis|Cartons|Nombre de palettes|"
    "Nbre colis|UM",
    "customs_code": "Code douanier|Nomenclature douanière|Code SH|Nomenclature|Code NC8|NC8|Tarif douanier|Code NDP|"
    "Code HS|N° tarif douanier|Code NC|Position tarifaire",
    "country_of_origin": "Pays d'origine|Origine|Pays origine|Provenance|Pays de provenance|Orig.|Pays de fabrication",
    "drawing": "Plan|N° plan|Plan n°|N° de plan|Selon plan|Dessin|Dessin n°|Réf. plan|Plan/Indice|Suivant plan",
    "revision": "Indice|Ind.|Révision|Rév.|Rev.|Version|Ind. plan|Indice de révision|Ver.",
    "batch": "Lot|N° de lot|Lot n°|N° lot|Numéro de lot|Coulée|N° coulée|Série",
    "serial": "N° de série|N° série|S/N|Numéro de série|N/S|N° de fabrication|SN",
    "warehouse": "Dépôt|Magasin|Entrepôt|Site|Code dépôt|Usine|Établissement|Agence|Division",
    "stock_location": "Emplacement|Empl.|Casier|Allée|Rayon|Localisation|Zone",
    "item_count": "Nombre de lignes|Nombre d'articles|Nb lignes|Nb d'articles|Nombre de postes|Total lignes|"
    "Nb de lignes|Nbre d'articles|Lignes|Nombre de positions|Articles",
    "total_quantity": "Quantité totale|Qté totale|Total quantité|Total pièces|Total Qté|Nombre total de pièces|"
    "Quantités totales",
    "amount_in_words": "En toutes lettres|Montant en lettres|Arrêté à la somme de|Soit|En lettres|"
    "La présente facture est arrêtée à la somme de",
    "tax_base": "Base HT|Base|Montant HT|Base TVA|Base imposable|Net HT|Base taxable|Assiette|HT soumis|Bases HT|"
    "Total base",
    "tax_table": "Détail TVA|Récapitulatif TVA|Ventilation TVA|Détail de la TVA|TVA par taux|Détail des taxes|"
    "Décomposition TVA",
    "tax_rate": "Taux|Taux TVA|% TVA|TVA %|%|Taux de TVA|Tx|Taux %|Code",
    "tax_amount": "Montant TVA|TVA|Montant|Mt TVA|Montant taxe|Total TVA|Montant de la TVA",
    "sum_of_discounts": "Total remises|Remise totale|Total des remises|Remises|Montant des remises|Total remise|"
    "Dont remise|Montant remise",
    "prepaid": "Acompte|Acompte versé|Déjà réglé|Acomptes|Montant déjà payé|Déjà payé|Acompte reçu|Avance|Versements",
    "amount_due": "Net à payer|Reste à payer|Solde à payer|Montant dû|Solde|Solde dû|À payer|Reste dû|NET A PAYER|"
    "Montant à régler|Solde restant dû",
    "notes": "Remarques|Notes|Observations|Commentaires|Remarque|Commentaire|Note|Instructions|"
    "Informations complémentaires|Instructions particulières|Information|Consignes de livraison|Texte",
    "terms_title": "Conditions générales|Conditions générales d'achat|CGA|Conditions générales de vente|CGV|"
    "Conditions d'achat|Conditions particulières|Conditions générales de commande|"
    "Conditions générales de vente et de livraison",
    "document_status": "Statut|État|Type|Type de commande|Exemplaire|Original|Nature|Statut de la commande|"
    "Type de pièce",
    "account_number": "N° de compte|Compte|N° compte|RIB|Compte n°|Compte bancaire|Numéro de compte",
    "payment_method": "Mode de règlement|Mode de paiement|Moyen de paiement|Règlement par|Paiement par|"
    "Type de règlement|Règlement|Mode rgt",
    "place": "Lieu|Fait à|Lieu et date|Ville|Lieu, date|À|Fait le / à",
    "part.name": "Nom|Raison sociale|Société|Dénomination|Nom de l'entreprise|Entreprise|Nom / Raison sociale|"
    "Nom commercial",
    "part.street": "Rue|Adresse|N° et rue|Voie|Adresse ligne 1|N° et voie|Adresse 1",
    "part.postcode": "Code postal|CP|C.P.",
    "part.city": "Ville|Commune|Localité",
    "part.country": "Pays|Code pays|Pays / Code",
    "part.place_line": "CP Ville|Code postal / Ville|CP/Ville|Ville|Code postal et ville",
    "part.number": "Numéro|N°|Identifiant|Code|ID|Réf.|Code tiers",
    "part.global_id": "GLN|Identifiant global|Code GLN|Identifiant légal",
    "part.address2": "Complément d'adresse|Complément|Adresse ligne 2|Service|Bâtiment|Adresse 2",
    "part.state": "Région|Département|Canton|Région / Dépt",
    "part.trading_name": "Nom commercial|Enseigne|Marque",
    "part.legal_id": "Identifiant légal|N° d'enregistrement|SIREN/SIRET",
    "part.e_address": "Adresse électronique|Adresse de facturation électronique|ID Peppol",
    "period_start": "Période du|Début de période|Date de début de prestation|"
    "Valable du|Date de début|Début de facturation",
    "period_end": "Période au|Fin de période|Date de fin de prestation|Date de fin|Fin de facturation",
    "tender": "Réf. appel d'offres|N° de marché public|Lot|N° consultation|Appel d'offres",
    "previous_document": "N° de facture associée|Facture d'origine|Document lié|"
    "Facture précédente|Annule et remplace|Document antérieur",
    "object_ref": "ID objet|ID document|Réf. système|Catalogue|Identifiant transaction|N° interne",
    "org_unit": "Site|Société|Groupe acheteur|Organisation d'achat|Établissement|Agence|Service exécutant",
}
