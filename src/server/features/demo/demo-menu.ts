/** How the demo restaurant's pizzas look; their categories, portions and prices come from its menu file. */
export const pizzaEmoji: Readonly<Record<string, string>> = {
  'Barbecue Chicken': '🍗',
  'California Chicken': '🥑',
  'Chicken Alfredo': '🥛',
  'Chicken Pesto': '🌿',
  'Southwest Chicken': '🌽',
  'Thai Chicken': '🍜',
  'Big Meat': '🥩',
  'Classic Deluxe': '🍕',
  Greek: '🫒',
  Hawaiian: '🍍',
  'Italian Capocollo': '🥓',
  Napolitana: '🐟',
  Pepperoni: '🌶️',
  'Pepperoni, Mushroom and Peppers': '🍄',
  'Brie Carré': '🧀',
  Calabrese: '🔥',
  'Italian Supreme': '👑',
  'Pepper Salami': '🫑',
  'Prosciutto and Arugula': '🥬',
  Sicilian: '🍋',
  Soppressata: '🥪',
  'Spicy Italian': '🌶️',
  'Spinach Supreme': '🥗',
  'Five Cheese': '🧀',
  'Four Cheese': '🫕',
  'Green Garden': '🥒',
  'Italian Vegetables': '🍆',
  Mediterraneo: '🍅',
  Mexicana: '🌮',
  'Spinach Pesto': '🍃',
  'Spinach and Feta': '🥬',
  'Vegetables and More': '🥕',
};

export type DemoCategory = { readonly name: string; readonly emoji: string; readonly hue: number };

/** In the order in which the till shows them. */
export const demoCategories: readonly DemoCategory[] = [
  { name: 'Classic', emoji: '🍕', hue: 28 },
  { name: 'Supreme', emoji: '🥩', hue: 355 },
  { name: 'Veggie', emoji: '🥦', hue: 145 },
  { name: 'Chicken', emoji: '🍗', hue: 55 },
  { name: 'Drinks', emoji: '🥤', hue: 225 },
  { name: 'Sides', emoji: '🥗', hue: 110 },
  { name: 'Sweet', emoji: '🍰', hue: 325 },
];

export type DemoItem = {
  readonly category: string;
  readonly name: string;
  readonly emoji: string;
  readonly description?: string;
  /** Names and prices in hundredths; a single nameless portion for what comes in one size. */
  readonly portions: readonly (readonly [name: string, price: number])[];
};

/** What goes with the pizzas: of our own, and sold by nobody in the demo's past year. */
export const demoExtras: readonly DemoItem[] = [
  { category: 'Drinks', name: 'Lemonade', emoji: '🍋', portions: [['', 320]] },
  {
    category: 'Drinks',
    name: 'Cola',
    emoji: '🥤',
    portions: [
      ['Small', 250],
      ['Large', 390],
    ],
  },
  { category: 'Drinks', name: 'Still water', emoji: '💧', portions: [['', 240]] },
  { category: 'Drinks', name: 'Sparkling water', emoji: '🫧', portions: [['', 240]] },
  { category: 'Drinks', name: 'Orange juice', emoji: '🍊', portions: [['', 350]] },
  { category: 'Drinks', name: 'Iced tea', emoji: '🧋', portions: [['', 320]] },
  {
    category: 'Drinks',
    name: 'Draft beer',
    emoji: '🍺',
    portions: [
      ['Half pint', 380],
      ['Pint', 580],
    ],
  },
  {
    category: 'Drinks',
    name: 'House red',
    emoji: '🍷',
    portions: [
      ['Glass', 540],
      ['Bottle', 2200],
    ],
  },
  {
    category: 'Drinks',
    name: 'House white',
    emoji: '🥂',
    portions: [
      ['Glass', 540],
      ['Bottle', 2200],
    ],
  },
  {
    category: 'Drinks',
    name: 'Espresso',
    emoji: '☕',
    portions: [
      ['Single', 220],
      ['Double', 320],
    ],
  },
  { category: 'Drinks', name: 'Cappuccino', emoji: '☕', portions: [['', 360]] },
  {
    category: 'Sides',
    name: 'Rosemary fries',
    emoji: '🍟',
    description: 'Twice fried, with sea salt',
    portions: [['', 480]],
  },
  { category: 'Sides', name: 'Garlic bread', emoji: '🥖', portions: [['', 420]] },
  {
    category: 'Sides',
    name: 'Rocket salad',
    emoji: '🥗',
    description: 'Parmesan, lemon, olive oil',
    portions: [['', 650]],
  },
  { category: 'Sides', name: 'Caprese', emoji: '🍅', portions: [['', 790]] },
  { category: 'Sides', name: 'Marinated olives', emoji: '🫒', portions: [['', 390]] },
  {
    category: 'Sides',
    name: 'Tomato soup',
    emoji: '🍲',
    portions: [
      ['Cup', 450],
      ['Bowl', 690],
    ],
  },
  { category: 'Sweet', name: 'Tiramisù', emoji: '🍰', portions: [['', 590]] },
  { category: 'Sweet', name: 'Panna cotta', emoji: '🍮', portions: [['', 520]] },
  {
    category: 'Sweet',
    name: 'Pistachio gelato',
    emoji: '🍨',
    portions: [
      ['One scoop', 280],
      ['Two scoops', 450],
    ],
  },
  { category: 'Sweet', name: 'Lemon sorbet', emoji: '🍧', portions: [['', 450]] },
  { category: 'Sweet', name: 'Chocolate cake', emoji: '🍫', portions: [['', 560]] },
  { category: 'Sweet', name: 'Cannoli', emoji: '🥐', portions: [['', 480]] },
];
