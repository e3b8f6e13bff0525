/** Every list of `product_status` (section 3.2.4.12). */
export const statusLists = [
  ...["first_affected", "first_fixed", "fixed", "known_affected", "known_not_affected"],
  ...["last_affected", "recommended", "under_investigation", "unknown"],
];
