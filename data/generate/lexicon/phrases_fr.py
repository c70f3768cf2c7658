"""French sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "{days} jours net|{days} jours fin de mois|Virement {days} jours|virement à {days} jours fin de mois|"
        "Paiement à {days} jours date de facture|{days} jours date de facture|{days} jours FDM le {n}|Règlement à "
        "réception de facture|À réception de facture|Comptant|paiement comptant|Comptant avec escompte {pct}%|30% "
        "d'acompte, solde à {days} j|Acompte {pct} % à la commande, solde à la livraison|Chèque à réception|LCR "
        "directe {days} jours|LCR {days} jours fin de mois|Virement SEPA {days} jours nets|Prélèvement {days} "
        "jours|{days} j. net|{pct} % escompte sous {days} jours, {days} jours net|Paiement d'avance|Mandat "
        "administratif {days} jours|selon contrat|suivant accord|Traite acceptée à {days} jours|45 jours fin de "
        "mois|60 jours date de facture|Carte bancaire|contre-remboursement|Virement bancaire à {days} jours nets"
    ),
    "delivery_terms": (
        "Franco de port|Franco|Port dû|Port payé|Départ usine|Franco {city}|franco de port et d'emballage|Rendu "
        "{city}|Franco à partir de {amt} {cur}|Livraison franco domicile|RENDU DROITS ACQUITTÉS|RENDU DROITS NON "
        "ACQUITTÉS {city}|Enlèvement par nos soins|Départ entrepôt|Transport à votre charge|Livraison par "
        "transporteur|Franco chantier|FRANCO|Port et emballage compris|Rendu droits acquittés {city}|Port avancé|"
        "Messagerie|sur quai {city}|Enlèvement client"
    ),
    "comment": (
        "Livraison en [deux;trois] fois|Livraisons partielles [non;] acceptées|Prix selon votre offre {ref} [du "
        "{date};]|Merci de confirmer le délai|Lignes {n} à {n} pour l'affaire {ref}|Solde de la commande {ref}|"
        "Tarif {year}|URGENT - ligne arrêtée|Certificat matière [3.1;2.2] exigé|Suivant plan {dwg}|Minimum de "
        "commande {n} pièces|Commande précédente : {ref} du {date}|nouveau prix à partir du {date}|Livraison "
        "semaine {week}|*** [échantillon;gratuit;sans remplacement] ***|Couleur au choix|Indiquer l'article {num} "
        "sur l'étiquette|Pièce de rechange pour machine {ref}|Emballer séparément|Outillage fourni par nos soins|"
        "Déchargement quai {n} de {time} à {time}|remise incluse|Confirmé par téléphone le {date}|Prendre "
        "rendez-vous : {tel}|Remplace la référence {num}|Complément à {ref}|Matériel livré sur BL {num}|Ouvrage "
        "posé suivant CCTP"
    ),
    "note": (
        "Merci de nous retourner votre accusé de réception sous {days} jours.|Factures à envoyer uniquement par "
        "e-mail au format PDF.|Réception des marchandises du lundi au vendredi de {time} à {time}.|Rappeler le "
        "numéro de commande sur tous vos documents.|Livraison sur palettes Europe, hauteur max. {n}0 cm.|En cas "
        "d'écart de prix, merci de nous contacter avant livraison.|Le bon de livraison doit mentionner nos "
        "références.|Pour toute question : {tel}.|Livraisons partielles uniquement après accord.|Si le délai du "
        "{date} ne peut être tenu, merci de nous prévenir immédiatement.|Cette commande annule et remplace la "
        "commande {ref} du {date}.|Poids total env. {kg} kg.|Joindre les fiches de données de sécurité.|DLUO "
        "minimum {n} mois.|Prise de rendez-vous obligatoire {n} h à l'avance, tél. {tel}.|Accès camion hayon "
        "obligatoire.|Tolérance quantité +/- {pct} %.|Contact sur chantier : {tel}|Marché n° {ref}.|Imputation "
        "budgétaire {num}.|Service exécutant {num}|Votre demande {ref} du {date}|Franco de port à partir de {amt} "
        "{cur} HT"
    ),
    "header_note": (
        "Veuillez rappeler notre numéro de commande sur [tous vos documents;vos factures et bons de livraison].|"
        "Merci de nous confirmer cette commande [par retour;sous {days} jours;].|Nos conditions générales d'achat "
        "s'appliquent.|Prix fermes jusqu'au {date}.|Attention : toute livraison sans numéro de commande sera "
        "refusée.|Facture en deux exemplaires.|Livraison impérative semaine {week}.|Votre demande du {date}, notre "
        "référence {ref}|Les prix s'entendent hors taxes."
    ),
    "legal": (
        "Réserve de propriété : la marchandise reste notre propriété jusqu'au paiement intégral.|Autoliquidation "
        "de la TVA.|Exonération de TVA, article 262 ter I du CGI.|Tout retard de paiement engendre une pénalité "
        "égale à trois fois le taux d'intérêt légal.|Indemnité forfaitaire pour frais de recouvrement en cas de "
        "retard de paiement : 40 €.|Pas d'escompte pour paiement anticipé.|TVA non applicable, art. 293 B du CGI.|"
        "Toute réclamation doit être faite par écrit sous {days} jours.|En cas de litige, le tribunal de commerce "
        "du siège est seul compétent.|Document édité informatiquement, valable sans signature.|TVA acquittée sur "
        "les encaissements.|TVA acquittée d'après les débits.|Exonération de TVA selon article 262 I du Code "
        "général des impôts|Éco-organisme : identifiant unique FR{num}_01{rev}|Garantie décennale assurance n° "
        "{num}|Escompte pour paiement comptant : {pct} %|Membre d'une association agréée, le règlement par chèque "
        "est accepté."
    ),
    "terms_paragraph": (
        "Le fournisseur s'engage à livrer la marchandise à la date et au lieu indiqués sur la commande.|Les délais "
        "de livraison sont impératifs.|L'acheteur peut refuser toute marchandise non conforme dans un délai de "
        "{days} jours.|Les prix sont fermes et s'entendent emballage, assurance et transport compris.|Le transfert "
        "de propriété et des risques s'opère à la livraison au lieu de destination.|La garantie est de {n} mois à "
        "compter de la [livraison;réception].|En cas de retard, une pénalité de {pct} % du montant de la commande "
        "par [jour;semaine] sera appliquée, dans la limite de {pct} %.|Les factures doivent mentionner le numéro "
        "de commande, les références et le taux de TVA.|Le paiement est effectué à {days} jours fin de mois à "
        "réception de la facture.|Le fournisseur ne peut céder ni sous-traiter la commande sans l'accord écrit de "
        "l'acheteur.|Les plans, outillages et documents restent la propriété de l'acheteur.|Les parties s'engagent "
        "à garder confidentielles les informations échangées pendant {n} ans.|Le fournisseur déclare être assuré "
        "en responsabilité civile pour un montant minimum de {amt} 000 {cur}.|La force majeure suspend les "
        "obligations des parties ; elle doit être notifiée sous {days} jours.|Le droit français est seul "
        "applicable, à l'exclusion de la Convention de Vienne.|La nullité d'une clause n'affecte pas la validité "
        "des autres.|Toute modification doit faire l'objet d'un avenant écrit.|Le fournisseur atteste respecter la "
        "législation relative au travail dissimulé.|Les produits soumis aux règlements REACH et RoHS doivent être "
        "identifiés.|Toute livraison anticipée ou excédentaire pourra être retournée aux frais du fournisseur.|"
        "L'acceptation de la commande vaut acceptation des présentes conditions.|L'acheteur peut résilier la "
        "commande en application de l'article {n}.{n}.|Les présentes conditions, en vigueur au {date}, annulent "
        "les précédentes.|Le tribunal de commerce du siège de l'acheteur est seul compétent."
    ),
    "greeting": ("Madame, Monsieur,|Messieurs,|Bonjour,|Cher fournisseur,|Cher client,|Chère cliente, cher client,"),
    "closing": (
        "Cordialement|Bien cordialement|Veuillez agréer, Madame, Monsieur, nos salutations distinguées.|"
        "Salutations distinguées|Nous vous remercions de votre confiance.|Merci de votre commande.|Pour tout "
        "renseignement : {tel}|Sincères salutations|Nous restons à votre disposition."
    ),
    "item_text": (
        "Plan n° {dwg} ind. {rev}|Plan {dwg}|Code douanier : {hs}|Nomenclature {hs}|Pays d'origine : {land}|"
        "suivant votre offre {ref} du {date}|Couleur : RAL {ral}|Lot n° {num}|N° de lot {ref}|N° de série {num}|"
        "Livraison semaine {week}|Poids net : {kg} kg|Dimensions : {dim} mm|Centre de coût {num}|Affaire : {ref}|"
        "avec certificat 3.1|Conditionnement : {n} pcs|Par {n}|Coupe à longueur {n}00 mm|avec kit de fixation|pour "
        "machine type {ref}|Poste {n} du marché {ref}|Réf. client : {num}|DLC min. {n} mois|remplace {num}|Matière "
        ": {num}|Conservation à {n} °C|Classe ADR {n}, UN {num}|DA {num}|Période du {date} au {date}|Indice {rev}|"
        "dont éco-part. {amt} {cur}|Réf. fabricant {ref}|Code NC {hs}|Livré en colis de {n}|Garantie {n} mois"
    ),
    "section": (
        "Lot {n}|Groupe {n} : Accessoires|--- Pièces détachées ---|Lot {n} - Électricité|Partie A : Fournitures|"
        "Bâtiment {n}|Prestations|Consommables|1. Rez-de-chaussée|Chapitre {n} : Pose|Options|Livraison {n}|"
        "Affaire {ref}|Machine {ref}|Service {num}|Tranche {n}|Pour site {n}|Visserie|Surgelés|Semaine {week}|Bon "
        "de livraison {num} du {date}|Chantier {ref}"
    ),
    "subject": (
        "Votre devis {ref}|Objet : pièces pour machine {ref}|Objet : livraison semaine {week}|Contrat-cadre {ref}|"
        "Affaire {ref}|Concerne : votre demande du {date}"
    ),
    "intro.order": (
        "Nous vous passons commande [ferme;] des articles suivants :|Suite à votre offre {ref} du {date}, nous "
        "vous commandons :|Veuillez nous fournir les articles ci-dessous :|Nous vous prions de nous livrer :|Merci "
        "d'enregistrer notre commande :"
    ),
    "intro.order_change": (
        "Merci de modifier notre commande {ref} du {date} comme suit :|Nous modifions la commande comme suit :|Les "
        "lignes modifiées sont repérées.|La présente modification annule et remplace les lignes précédentes."
    ),
    "intro.order_response": (
        "Nous vous remercions de votre commande que nous confirmons comme suit :|Nous accusons réception de votre "
        "commande du {date} :|Votre commande est enregistrée comme suit :|Nous avons le plaisir de confirmer :"
    ),
    "intro.quotation": (
        "Nous avons le plaisir de vous proposer :|Suite à votre demande du {date}, voici notre meilleure offre :|"
        "En réponse à votre consultation {ref}, nous vous remettons notre offre :|Veuillez trouver notre devis "
        "ci-dessous."
    ),
    "intro.invoice": (
        "Veuillez trouver ci-après notre facture.|Nous vous facturons les articles suivants :|Livraisons selon BL "
        "{ref} du {date} :|Prestations du {date} au {date} :"
    ),
    "intro.credit_note": (
        "Nous portons à votre crédit :|Avoir sur facture {ref} du {date} :|Avoir pour retour de marchandise :|"
        "Rectification de la facture {ref} :"
    ),
}
